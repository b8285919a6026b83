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
      return { path: pathText(path), problem, params: { ...params, ...shown(path, value) } }
    })
}

/** `ids[3]`, `filter.all[0].op`. */
export function pathText(path: readonly PropertyKey[]): string {
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

const NAMED_TYPES = ['string', 'number', 'int', 'boolean', 'array', 'object']

function describe(
  issue: Issue,
  value: unknown,
): { problem: string; params: Record<string, string | number> } {
  if (issue.code === 'unrecognized_keys') return { problem: 'unknownKey', params: {} }
  if (value === undefined) return { problem: 'missing', params: {} }
  switch (issue.code) {
    case 'invalid_type':
      return {
        problem: NAMED_TYPES.includes(issue.expected) ? `wrongType.${issue.expected}` : 'badValue',
        params: {},
      }
    case 'too_small':
      return { problem: `tooSmall.${sizeOf(issue.origin)}`, params: { count: Number(issue.minimum) } }
    case 'too_big':
      return { problem: `tooBig.${sizeOf(issue.origin)}`, params: { count: Number(issue.maximum) } }
    case 'invalid_value':
      return { problem: 'notAmong', params: { accepted: issue.values.map(String).join(', ') } }
    default:
      return { problem: 'badValue', params: {} }
  }
}

function sizeOf(origin: string): 'text' | 'list' | 'number' {
  if (origin === 'string') return 'text'
  return origin === 'array' || origin === 'set' ? 'list' : 'number'
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) => (isObject(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined),
    input,
  )
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

/** The value, where it is short enough to be read in a message and no secret. */
function shown(path: readonly PropertyKey[], value: unknown): { value?: string } {
  const isSecret = path.some(part => /password/i.test(String(part)))
  if (isSecret || !['string', 'number', 'boolean'].includes(typeof value)) return {}
  const text = String(value)
  return { value: text.length > 60 ? `${text.slice(0, 59)}…` : text }
}
