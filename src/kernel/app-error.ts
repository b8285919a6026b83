/** Every failure that a user or a program can cause, with the HTTP status that says so. */
export const ERROR_STATUS = {
  notSignedIn: 401,
  wrongCredentials: 401,
  noRight: 403,
  badOrigin: 403,
  badInput: 400,
  notFound: 404,
  conflict: 409,
  nameTaken: 409,
  lastAdministrator: 409,
  stillUsed: 409,
  tooLarge: 413,
  unsupportedFile: 415,
  tooManyAttempts: 429,
  databaseAway: 503,
  tooSlow: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** What is wrong with one field of an input: where, and a message key with what it needs to be told in words. */
export interface FieldProblem {
  path: string
  problem: string
  params?: Readonly<Record<string, string | number>>
}

/** An expected failure. Anything else that is thrown is a bug and goes up untouched. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldProblem[]

  constructor(
    code: ErrorCode,
    details: { params?: Readonly<Record<string, string | number>>; fields?: readonly FieldProblem[] } = {},
  ) {
    super(code)
    this.code = code
    this.params = details.params ?? {}
    this.fields = details.fields ?? []
  }
}
