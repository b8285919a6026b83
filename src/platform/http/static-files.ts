import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/**
 * Serves the built screen: files of `assets/` have their content's hash in their name and are kept for ever, every
 * other path that is no file is a page of the application, whose index is asked for anew each time.
 */
export function serveScreen(app: Hono, folder: string): void {
  const files = serveStatic({ root: folder })
  const index = serveStatic({ path: join(folder, 'index.html') })
  app.use(compress())
  app.get('/assets/*', cached('public, max-age=31536000, immutable'), files, context => context.notFound())
  app.get('*', cached('no-cache'), files, index)
}

function cached(howLong: string): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (context.res.ok) context.header('Cache-Control', howLong)
  }
}
