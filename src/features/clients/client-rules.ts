import type { FieldValues } from '#kernel/fields/field.ts'

/** Something that the fields of a client say against each other, under the field that a change would put wrong. */
export interface BrokenRule {
  fields: readonly string[]
  problem: string
}

/** What the values of a client, as a change would leave them, say against each other. */
export function brokenRules(id: number, values: FieldValues): BrokenRule[] {
  const [since, until] = [values['status.clientSince'], values['status.clientUntil']]
  const broken: BrokenRule[] = []
  if (typeof since === 'string' && typeof until === 'string' && until < since) {
    broken.push({ fields: ['status.clientSince', 'status.clientUntil'], problem: 'untilBeforeSince' })
  }
  if (values['billing.billedTo'] === id)
    broken.push({ fields: ['billing.billedTo'], problem: 'billedToItself' })
  return broken
}

/** The fields that `brokenRules` looks at together with each of these. */
export const fieldsOfRules = (field: string): readonly string[] =>
  field === 'status.clientSince' || field === 'status.clientUntil'
    ? ['status.clientSince', 'status.clientUntil']
    : []
