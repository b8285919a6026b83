import i18next from 'i18next'
import type { z } from 'zod'
import type { ErrorCode } from '#kernel/app-error.ts'
import type { Route } from '#kernel/route.ts'
import { reportServerAway } from './server-connection.ts'

/** A refusal of the server, told in the user's language, or the news that it does not answer. */
export class ApiError extends Error {
  /** 0 when no answer came at all. */
  readonly status: number
  /** `serverAway`: try again later; `unexpected`: a bug. */
  readonly code: ErrorCode | 'serverAway' | 'unexpected'
  readonly fields: readonly { path: string; message: string }[]
  /** After how many seconds it is worth trying again, when the server says so. */
  readonly retryAfter: number | undefined

  constructor(
    refusal: Pick<ApiError, 'status' | 'code' | 'message'> & Partial<Pick<ApiError, 'fields' | 'retryAfter'>>,
  ) {
    super(refusal.message)
    this.status = refusal.status
    this.code = refusal.code
    this.fields = refusal.fields ?? []
    this.retryAfter = refusal.retryAfter
  }
}

/** What a call takes: `body` and `params` are asked for exactly when the operation needs them. */
export type CallInput<Body extends z.ZodType, Params extends z.ZodType> = Part<'body', z.input<Body>> &
  Part<'params', z.output<Params>> & { signal?: AbortSignal; headers?: Readonly<Record<string, string>> }

type Part<Name extends string, Value> =
  Record<never, never> extends Value ? { [N in Name]?: Value } : { [N in Name]: Value }

interface LooseInput {
  body?: unknown
  params?: unknown
  signal?: AbortSignal
  headers?: Readonly<Record<string, string>>
}

type CallArguments<Body extends z.ZodType, Params extends z.ZodType> =
  Record<never, never> extends CallInput<Body, Params>
    ? [input?: CallInput<Body, Params>]
    : [input: CallInput<Body, Params>]

/** Asks the server for an operation of the API. Throws ApiError, or an AbortError when the signal says so. */
export const call = async <Body extends z.ZodType, Answer extends z.ZodType, Params extends z.ZodType>(
  route: Route<Body, Answer, Params>,
  ...[input]: CallArguments<Body, Params>
): Promise<z.output<Answer>> => (await request(route, input ?? {})) as z.output<Answer>

/** What `call` does, for callers that know the types of what they ask by other means. */
export const request = async (route: Route, input: LooseInput): Promise<unknown> =>
  (await open(route, input)).json()

/** Asks as `call` does, for callers that read the answer themselves. */
export const open = (route: Route, input: LooseInput): Promise<Response> =>
  send(addressOf(route.path, input.params), {
    method: route.method.toUpperCase(),
    signal: input.signal ?? null,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': i18next.language, ...input.headers },
    ...(takesBody(route.method) ? { body: JSON.stringify(input.body ?? {}) } : {}),
  })

/** Sends a request as it is, for what is not JSON, and throws what `call` throws. */
export async function send(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, { ...request, credentials: 'same-origin' }).catch(noAnswer)
  if (response.ok) return response
  const error = await refusalIn(response)
  if (error.code === 'notSignedIn') whenSignedOut()
  if (error.code === 'serverAway' || error.code === 'databaseAway') reportServerAway()
  throw error
}

/** Says what is done when the server no longer knows who is asking. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener
}
let whenSignedOut = (): void => undefined

const takesBody = (method: Route['method']): boolean => method !== 'get' && method !== 'delete'

/** Parameters that have no place in the path go behind it. */
function addressOf(path: string, params: unknown): string {
  const left = new Map(Object.entries((params ?? {}) as Readonly<Record<string, unknown>>))
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name)
    left.delete(name)
    return encodeURIComponent(String(value))
  })
  const given = [...left].flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`
}

function noAnswer(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  reportServerAway()
  throw serverAway(0)
}

async function refusalIn(response: Response): Promise<ApiError> {
  const { status } = response
  const refusal = await response.json().then(errorIn, () => undefined)
  // Without an error of ours, it is a proxy that speaks.
  if (!refusal) return status >= 502 && status <= 504 ? serverAway(status) : unexpected(status)
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined
  return new ApiError({ status, ...refusal, retryAfter })
}

function errorIn(answer: unknown): Pick<ApiError, 'code' | 'message' | 'fields'> | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined
  return answer.error as Pick<ApiError, 'code' | 'message' | 'fields'>
}

const serverAway = (status: number): ApiError =>
  new ApiError({ status, code: 'serverAway', message: i18next.t('ui:serverAway.refusal') })

const unexpected = (status: number): ApiError =>
  new ApiError({ status, code: 'unexpected', message: i18next.t('ui:unexpected') })
