import { eq } from 'drizzle-orm'
import { lockSettings } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings } from '#features/change-sets/server/record-settings-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError, type FieldProblem } from '#kernel/app-error.ts'
import { hasRightEnterpriseCheck, readEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import { isEmail } from '#kernel/email.ts'
import { oneLine } from '#kernel/text.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { Firm, FirmChanges } from '../firm-api.ts'
import { firms } from './firm-tables.ts'

const FIELDS = [
  'name',
  'enterpriseNumber',
  'street',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'languages',
] as const satisfies readonly (keyof Firm)[]

/** The data of the firm itself. */
export async function getFirmData(db: FirmDb): Promise<Firm> {
  const [firm] = await db.select(firms)
  if (!firm) throw new AppError('notFound')
  return Object.fromEntries(FIELDS.map(field => [field, firm[field]])) as unknown as Firm
}

/** Changes what is given. Throws badInput for a number whose check is wrong, or for what is no e-mail address. */
export const changeFirmData = ({ db }: Actor, changes: FirmChanges): Promise<Firm> =>
  db.transaction(async tx => {
    await lockSettings(tx)
    const before = await getFirmData(tx)
    const after = { ...before, ...kept(changes) }
    const problems = problemsIn(after, changes)
    if (problems.length > 0) throw new AppError('badInput', { fields: problems })
    await tx.update(firms, after, eq(firms.firmId, tx.firmId))
    await recordSettings(
      tx,
      FIELDS.map(field => ({
        entity: 'firm',
        entityId: 0,
        name: after.name,
        field,
        before: told(before[field]),
        after: told(after[field]),
      })),
    )
    return after
  })

/** One line of each text, nothing instead of an empty one, the digits of a number, each language once. */
function kept(changes: FirmChanges): Partial<Firm> {
  const entries = Object.entries(changes).map(([field, value]) => {
    if (Array.isArray(value)) return [field, [...new Set(value)]]
    const line = typeof value === 'string' ? oneLine(value) : value
    if (!line) return [field, null]
    return [field, field === 'enterpriseNumber' ? (readEnterpriseNumber(line) ?? line) : line]
  })
  return Object.fromEntries(entries) as Partial<Firm>
}

function problemsIn({ name, enterpriseNumber, email }: Firm, changes: FirmChanges): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!name) problems.push({ path: 'name', problem: 'missing' })
  if (changes.enterpriseNumber && enterpriseNumber && !hasRightEnterpriseCheck(enterpriseNumber)) {
    problems.push({
      path: 'enterpriseNumber',
      problem: 'notEnterpriseNumber',
      params: { value: changes.enterpriseNumber },
    })
  }
  if (changes.email && email && !isEmail(email)) {
    problems.push({ path: 'email', problem: 'notEmail', params: { value: email } })
  }
  return problems
}

const told = (value: Firm[keyof Firm]): string | null =>
  Array.isArray(value) ? value.map(language => language.toUpperCase()).join(', ') : value
