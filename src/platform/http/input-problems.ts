import type { z } from 'zod'
import type { FieldProblem } from '#kernel/app-error.ts'

type Issue = z.core.$ZodIssue

/** Enough to mend an input by; a list of 100 000 wrong ids has as many. */
const MOST_PROBLEMS = 20

/** What is wrong with an input, field by field, as message keys with what it takes to tell them in words. */
export function inputProblems(error: z.ZodError, input: unknown): FieldProblem[] {
  return error.issues
    .flatMap(nearestIssues)
    .slice(0, MOST_PROBLEMS)
    .map(issue => {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
      const value = at(input, path)
      const { problem, params } = describe(issue, value)
      return { path: pathText(path), problem, params: { ...params, value: quoted(path, value) } }
    })
}

/** `ids[3]`, `filter.all[0].op`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

/** Of a value that may be one of several things: what it lacks to be the one whose keys it has. */
function nearestIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const near = issue.errors.filter(issues => issues.every(isInside))
  const [nearest] = near
  if (!nearest || near.length > 1) return [issue]
  return nearest.flatMap(nearestIssues).map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

const isInside = ({ path, code }: Issue): boolean => path.length > 0 && code !== 'unrecognized_keys'

/** The problem of a value of another type than this one. */
const NOT_OF_TYPE: Readonly<Record<string, string>> = {
  string: 'notText',
  number: 'notNumber',
  int: 'notWholeNumber',
  boolean: 'notYesOrNo',
  array: 'notList',
  object: 'notObject',
}
const TOO_SMALL: Readonly<Record<string, string>> = { string: 'textTooShort', array: 'tooFewValues' }
const TOO_BIG: Readonly<Record<string, string>> = { string: 'textTooLong', array: 'tooManyValues' }

function describe(issue: Issue, value: unknown): Omit<FieldProblem, 'path'> {
  if (issue.code === 'unrecognized_keys') return { problem: 'unknownName' }
  if (value === undefined) return { problem: 'missing' }
  switch (issue.code) {
    case 'invalid_type':
      return { problem: NOT_OF_TYPE[issue.expected] ?? 'notAccepted' }
    case 'too_small':
      return {
        problem: TOO_SMALL[issue.origin] ?? 'numberTooSmall',
        params: { count: Number(issue.minimum) },
      }
    case 'too_big':
      return { problem: TOO_BIG[issue.origin] ?? 'numberTooBig', params: { count: Number(issue.maximum) } }
    case 'invalid_value':
      return { problem: 'notAmong', params: { accepted: issue.values.map(String).join(', ') } }
    case 'invalid_union':
      return { problem: issue.errors.every(takesAnObject) && !isObject(value) ? 'notObject' : 'notAccepted' }
    default:
      return { problem: 'notAccepted' }
  }
}

const takesAnObject = ([issue]: Issue[]): boolean =>
  issue?.code === 'invalid_type' && issue.expected === 'object' && issue.path.length === 0

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) => (isObject(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined),
    input,
  )
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

/** The value as a message quotes it: in short, and never a password. */
function quoted(path: readonly PropertyKey[], value: unknown): string {
  if (path.some(part => /password/i.test(String(part)))) return '•••'
  if (isObject(value)) return Array.isArray(value) ? '[…]' : '{…}'
  const text = String(value)
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text
}
