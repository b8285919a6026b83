import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { compress } from 'hono/compress'

/**
 * Serves the built screen: files of `assets/` have their content's hash in their name and are kept for ever, every
 * other path that is no file is a page of the application, whose index is asked for anew each time.
 */
export function serveScreen(app: Hono, folder: string): void {
  app.use(compress())
  app.get('/assets/*', serveStatic({ root: folder, onFound: keepForEver }))
  app.get('/assets/*', context => context.text('Not found', 404))
  app.get('*', serveStatic({ root: folder, onFound: askAnew }))
  app.get('*', serveStatic({ path: join(folder, 'index.html'), onFound: askAnew }))
}

type OnFound = NonNullable<NonNullable<Parameters<typeof serveStatic>[0]>['onFound']>

const keepForEver: OnFound = (_path, context) =>
  context.header('Cache-Control', 'public, max-age=31536000, immutable')
const askAnew: OnFound = (_path, context) => context.header('Cache-Control', 'no-cache')
