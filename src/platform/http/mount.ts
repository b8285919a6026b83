import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { AppError } from '#kernel/app-error.ts'
import type { Language } from '#kernel/language.ts'
import { askedLanguage } from './asked-language.ts'
import { expectedFailure, failureResponse, type Report, reportToStderr, type Tell } from './failures.ts'
import { type Asking, type Handler, RawJson } from './handler.ts'
import { inputProblems } from './input-problems.ts'
import { checkOrigin } from './origins.ts'
import { readBytes, readJson, unstorableText } from './read-body.ts'

/** Who is asking, as the request's cookie proves. */
export interface SignedIn<Actor> {
  actor: Actor
  language: Language
  /** Cookies to send back, when the session was prolonged. */
  cookies: readonly string[]
}

export interface MountOptions<Actor> {
  identify(headers: Headers): Promise<SignedIn<Actor> | undefined>
  tell: Tell
  trustedOrigins: ReadonlySet<string>
  /** Holds every answer against its schema: for tests, since it costs as much as the query does. */
  checkAnswers?: boolean
  report?: Report
}

/** Lets an application answer every operation that has a handler, and everything else under `/api` with a 404. */
export function mount<Actor>(
  app: Hono,
  handlers: readonly Handler<Actor>[],
  options: MountOptions<Actor>,
): void {
  for (const handler of handlers) {
    const path = handler.route.path.replace(/\{(\w+)\}/g, ':$1')
    app.on(handler.route.method.toUpperCase(), path, context => answer(context, handler, options))
  }
  app.all('/api/*', async context => {
    const { headers } = context.req.raw
    const asked = askedLanguage(headers.get('accept-language'))
    try {
      const signedIn = await options.identify(headers)
      const error = new AppError(signedIn ? 'notFound' : 'notSignedIn')
      return respondToError(error, context, signedIn?.language ?? asked, options)
    } catch (error) {
      return respondToError(error, context, asked, options)
    }
  })
}

/** Looks first at who asks, then at where from, then at whether they may, and only then at what they send. */
async function answer<Actor>(
  context: Context,
  handler: Handler<Actor>,
  options: MountOptions<Actor>,
): Promise<Response> {
  const { headers, method } = context.req.raw
  let language = askedLanguage(headers.get('accept-language'))
  try {
    const signedIn = handler.access === 'signedIn' ? await options.identify(headers) : undefined
    if (handler.access === 'signedIn' && !signedIn) throw new AppError('notSignedIn')
    language = signedIn?.language ?? language
    checkOrigin(method, headers, options.trustedOrigins)
    const actor = signedIn?.actor as Actor
    if (!handler.may(actor)) throw new AppError('noRight')
    const input = { ...(await readInput(context, handler)), asking: askingOf(context) }
    const answered = await handler.run(actor, input)
    if (options.checkAnswers) checkAnswer(handler, answered)
    return withCookies(toResponse(answered), signedIn?.cookies ?? [])
  } catch (error) {
    return respondToError(error, context, language, options)
  }
}

async function readInput<Actor>(context: Context, { route, takes, maxBytes }: Handler<Actor>) {
  const given: Readonly<Record<string, string>> = { ...context.req.query(), ...context.req.param() }
  const unstorable = Object.keys(given).find(name => given[name]?.includes('\0'))
  if (unstorable !== undefined) throw unstorableText(unstorable)
  const params = validate(route.params, given)
  if (takes === 'file') return { params, body: await readBytes(context.req.raw, maxBytes) }
  const hasBody = route.method !== 'get' && route.method !== 'delete'
  const json = hasBody ? await readJson(context.req.raw, maxBytes) : {}
  return { params, body: validate(route.body, json) }
}

function validate(schema: z.ZodType, input: unknown): unknown {
  const parsed = safeParse(schema, input)
  if (!parsed) throw new AppError('badInput', { fields: [{ path: '', problem: 'nestedTooDeep' }] })
  if (parsed.error) throw new AppError('badInput', { fields: inputProblems(parsed.error, input) })
  return parsed.data
}

/** Nothing for an input that is nested deeper than the stack allows to look into. */
function safeParse(schema: z.ZodType, input: unknown) {
  try {
    return schema.safeParse(input)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function askingOf(context: Context): Asking {
  // Requests that do not come through a socket, as in tests, have no address.
  const address = context.env?.incoming ? getConnInfo(context).remote.address : undefined
  return { headers: context.req.raw.headers, remoteAddress: address?.replace(/^::ffff:/, '') ?? '' }
}

function checkAnswer<Actor>({ route }: Handler<Actor>, answered: unknown): void {
  if (answered instanceof Response) return
  route.answer.parse(answered instanceof RawJson ? JSON.parse(answered.json) : answered)
}

function toResponse(answered: unknown): Response {
  if (answered instanceof Response) return answered
  const json = answered instanceof RawJson ? answered.json : JSON.stringify(answered)
  return new Response(json, { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } })
}

/** Cookies of the command itself, such as those of signing out, have the last word. */
function withCookies(response: Response, cookies: readonly string[]): Response {
  if (response.headers.has('Set-Cookie')) return response
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}

function respondToError<Actor>(
  error: unknown,
  context: Context,
  language: Language,
  { tell, report = reportToStderr }: MountOptions<Actor>,
): Response {
  const expected = expectedFailure(error)
  if (expected) return failureResponse(expected, tell(expected, language))
  const requestId = randomUUID()
  report(requestId, `${context.req.method} ${context.req.routePath}`, error)
  const failure = { code: 'unexpected', params: { requestId }, fields: [] } as const
  return failureResponse(failure, tell(failure, language))
}
