import { createApplication } from '#app/application.ts'
import { createUsers } from '#features/sign-in/server/create-users.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import type { Database } from '#platform/db/database.ts'
import { makeFirm, type TestFirm } from './test-firm.ts'

const TEST_URL = 'http://localhost:3000'
export const TEST_PASSWORD = 'le mot de passe des tests'

/** What the API answered. */
export interface Answered {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect in there.
  json: any
}

type Request = { cookie?: string; body?: unknown; headers?: Record<string, string> }

/** The whole application over a database, asked without a socket. */
export interface TestApplication {
  firm: TestFirm
  ask(method: string, path: string, request?: Request): Promise<Answered>
  /** The body of an answer that goes on for as long as it is read. */
  stream(path: string, cookie: string): Promise<ReadableStream<Uint8Array>>
  /** Adds a member with a password to the firm. */
  addUser(email: string, role?: FirmRole): Promise<number>
  /** Signs in and answers the cookie to send along. */
  signIn(email: string, password?: string): Promise<string>
}

/** An application with one firm, whose answers are held against their schemas. */
export async function makeApplication(database: Database, publicUrl = TEST_URL): Promise<TestApplication> {
  const firm = await makeFirm(database)
  const secret = 'a secret of the tests that is long enough to be one'
  const app = createApplication(database, { publicUrl, secret, checkAnswers: true })

  const ask: TestApplication['ask'] = async (method, path, { cookie, body, headers = {} } = {}) => {
    const response = await app.request(path, {
      method,
      headers: { ...(cookie !== undefined && { cookie }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return {
      status: response.status,
      headers: response.headers,
      json: isJson ? await response.json() : await response.text(),
    }
  }

  return {
    firm,
    ask,
    async stream(path, cookie) {
      const { body } = await app.request(path, { headers: { cookie } })
      if (!body) throw new Error(`${path} answered without a body.`)
      return body
    },
    async addUser(email, role = 'collaborator') {
      const [id = 0] = await createUsers(database, firm.db, [
        { name: email, email, role, password: TEST_PASSWORD },
      ])
      return id
    },
    async signIn(email, password = TEST_PASSWORD) {
      const { headers } = await ask('POST', '/api/auth/sign-in/email', { body: { email, password } })
      return cookieOf(headers)
    },
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
