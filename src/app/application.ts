import { Hono } from 'hono'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import { type Auth, openAuth } from '#platform/auth/auth.ts'
import type { Database } from '#platform/db/database.ts'
import type { Report } from '#platform/http/failures.ts'
import { mount, type SignedIn } from '#platform/http/mount.ts'
import { trustedOrigins } from '#platform/http/origins.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { serveScreen } from '#platform/http/static-files.ts'
import { openSecretBox } from '#platform/secret-box.ts'
import { openApiDocument } from './openapi.ts'
import { serveOpenApi } from './openapi-page.ts'
import { apiHandlers } from './routes.ts'
import { tellFailure } from './tell-failure.ts'

export interface ApplicationOptions {
  publicUrl: string
  secret: string
  /** The folder of the built screen; without it there is only the API. */
  screen?: string
  /** Holds answers against their schemas, as tests do. */
  checkAnswers?: boolean
  report?: Report
}

/** All that is answered once the database is ready: the API, its description, and the screen. */
export function createApplication(database: Database, options: ApplicationOptions): Hono {
  const { publicUrl, secret, screen, ...mountOptions } = options
  const auth = openAuth(database, {
    publicUrl,
    secret,
    isActive: async member => (await findActor(database, member)) !== undefined,
  })
  const handlers = apiHandlers({ database, auth, secrets: openSecretBox(secret) })
  const app = new Hono()
  app.use(securityHeaders(publicUrl))
  serveOpenApi(app, openApiDocument(handlers))
  mount(app, handlers, {
    ...mountOptions,
    identify: headers => identify(database, auth, headers),
    tell: tellFailure,
    trustedOrigins: trustedOrigins(publicUrl),
  })
  if (screen) serveScreen(app, screen)
  return app
}

/** Who the session's cookie says is asking; no one when the member was deactivated since. */
async function identify(
  database: Database,
  auth: Auth,
  headers: Headers,
): Promise<SignedIn<Actor> | undefined> {
  const session = await auth.findSession(headers)
  const actor = session && (await findActor(database, session))
  return actor && { actor, language: actor.preferences.language, cookies: session.cookies }
}
