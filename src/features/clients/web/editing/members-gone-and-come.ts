import type { FieldValue } from '#kernel/fields/field.ts'

type Members = readonly (string | number)[]

/** Of a set of values, such as labels, what goes, what comes and what stays when one takes the place of another. */
export function membersGoneAndCome(
  before: FieldValue,
  after: FieldValue,
): Record<'gone' | 'come' | 'kept', Members> {
  const [had, has] = [membersOf(before), membersOf(after)]
  return {
    gone: had.filter(one => !has.includes(one)),
    come: has.filter(one => !had.includes(one)),
    kept: had.filter(one => has.includes(one)),
  }
}

const membersOf = (value: FieldValue): Members => (Array.isArray(value) ? value : [])
