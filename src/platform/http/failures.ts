import { AppError, ERROR_STATUS, type ErrorCode } from '#kernel/app-error.ts'
import type { Language } from '#kernel/language.ts'

/** An expected failure, or a bug, of which the user learns no more than a number to quote. */
export type Failure = Pick<AppError, 'params' | 'fields'> & { code: ErrorCode | 'unexpected' }

/** A failure in words. */
export interface Told {
  message: string
  fields: { path: string; message: string }[]
}
export type Tell = (failure: Failure, language: Language) => Told

/** One line for whoever runs the server about an error that nobody expected. */
export type Report = (requestId: string, operation: string, error: unknown) => void

/** The expected failure that an error is, if it is one: a command's own, or a database that is away or too slow. */
export function expectedFailure(error: unknown): AppError | undefined {
  const chain = causes(error)
  const own = chain.find(cause => cause instanceof AppError)
  if (own) return own
  const codes = chain.map(cause => (isCoded(cause) ? cause.code : ''))
  if (codes.includes(QUERY_CANCELED)) return new AppError('tooSlow')
  return codes.some(isAway) || chain.some(isLostConnection) ? new AppError('databaseAway') : undefined
}

/** The answer that tells of a failure, as every operation of the API does. */
export function failureResponse(failure: Failure, told: Told): Response {
  const { message, fields } = told
  const error = { code: failure.code, message, ...(fields.length > 0 && { fields }) }
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (failure.params.retryAfter !== undefined) headers.set('Retry-After', String(failure.params.retryAfter))
  // The rest of the body was not read, so the connection cannot carry another request.
  if (failure.code === 'tooLarge') headers.set('Connection', 'close')
  const status = failure.code === 'unexpected' ? 500 : ERROR_STATUS[failure.code]
  return Response.json({ error }, { status, headers })
}

/** Writes a bug to the error output: where it happened, never the values of a query, which may be of a client. */
export const reportToStderr: Report = (requestId, operation, error) => {
  const root = causes(error).at(-1)
  const trace = root instanceof Error ? root.stack : String(root)
  process.stderr.write(`${new Date().toISOString()} ${requestId} ${operation}: ${trace}\n`)
}

const QUERY_CANCELED = '57014'

/** SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), and the errors of the socket. */
const isAway = (code: string): boolean =>
  /^(08|53|57P)/.test(code) ||
  ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(
    code,
  )

/** Errors of the driver about its connection have a message only. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )

/** An error and what caused it, outermost first. */
function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error]
}

const isCoded = (error: unknown): error is { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
