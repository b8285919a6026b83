import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { compress } from 'hono/compress'

/** Serves the description of the API, for programs as JSON and for people as a page, to everyone. */
export function serveOpenApi(app: Hono, document: object): void {
  const json = JSON.stringify(document)
  app.use('/api/docs/*', compress())
  app.get('/api/openapi.json', context => context.body(json, 200, { 'Content-Type': 'application/json' }))
  app.get('/api/docs', context => context.html(PAGE))
  app.get('/api/docs/start.js', context => context.body(START, 200, { 'Content-Type': 'text/javascript' }))
  for (const file of [STYLE, SCRIPT]) {
    app.get(`/api/docs/${file}`, serveStatic({ root: SWAGGER_UI, rewriteRequestPath: () => file }))
  }
}

const STYLE = 'swagger-ui.css'
const SCRIPT = 'swagger-ui-bundle.js'
const SWAGGER_UI = dirname(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${SCRIPT}`)))

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Fiduscope API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/docs/${STYLE}">
  </head>
  <body>
    <div id="description"></div>
    <script src="/api/docs/${SCRIPT}"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

// A file of its own, since the security policy runs no script that stands in a page.
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#description', deepLinking: true })\n`
