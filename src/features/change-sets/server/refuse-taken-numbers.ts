import { IN_BIN } from '#features/clients/client-fields.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { findHolders } from '#features/clients/server/number-holders-queries.ts'
import { UNIQUE_FIELDS, type UniqueNumber, uniqueNumbersOf } from '#features/clients/unique-numbers.ts'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { changes, type Draft, type Line } from './planned-line.ts'

/**
 * Refuses the lines that would give a client a number which another has. The first client of a set that takes a number
 * keeps it, unless one outside the set has it; `taken` remembers who took which, for the batches to come.
 */
export async function refuseTakenNumbers(
  db: FirmDb,
  drafts: readonly Draft[],
  taken: Map<string, number>,
  secrets: SecretBox,
): Promise<void> {
  const claims = drafts.flatMap(claimsOf)
  if (claims.length === 0) return
  const given = new Set(drafts.flatMap(givenUpBy))
  const holders = new Map<string, number>()
  for (const holder of await findHolders(db, claims, secrets)) {
    if (!given.has(`${holder.id} ${keyOf(holder)}`)) holders.set(keyOf(holder), holder.id)
  }
  for (const claim of claims) {
    const holder = holders.get(keyOf(claim)) ?? taken.get(keyOf(claim))
    if (holder === undefined || holder === claim.id) taken.set(keyOf(claim), claim.id)
    else Object.assign(claim.line, { reason: 'invalid', problem: 'duplicate' })
  }
}

interface Claim extends UniqueNumber {
  id: number
  /** The line to refuse when somebody else has the number. */
  line: Line
}

/** The numbers that a client would newly have to itself. */
function claimsOf({ id, lines, after }: Draft): Claim[] {
  if (!after) return []
  const isNew = (line: Line) =>
    changes(line) && (isUnique(line.field) || line.field.id === VAT_STATUS || isRestored(line))
  const news = lines.filter(isNew)
  if (news.length === 0) return []
  return uniqueNumbersOf(after).flatMap(number => {
    // One that was read rather than given is masked, like every other: `refuseStaleLines` compares what it stands for.
    if (number.number === MASKED_NATIONAL_NUMBER) return []
    const line =
      news.find(({ field }) => field.id === number.field) ??
      news.find(isRestored) ??
      vatStatusLine(news, number)
    return line ? [{ id, line, ...number }] : []
  })
}

/** Leaving a VAT group, a client would have the group's number to itself. */
const vatStatusLine = (lines: readonly Line[], { field }: UniqueNumber): Line | undefined =>
  field === 'identity.vatNumber' ? lines.find(line => line.field.id === VAT_STATUS) : undefined

/** `<client> <field> <number>` of each number that a client gives up; national numbers are masked and never told. */
function givenUpBy({ id, lines, before, after }: Draft): string[] {
  if (!before || !after || !lines.some(changes)) return []
  const kept = new Set(uniqueNumbersOf(after).map(keyOf))
  const isChanged = ({ field }: UniqueNumber) => lines.some(line => line.field.id === field && changes(line))
  return uniqueNumbersOf(before)
    .filter(number => !kept.has(keyOf(number)) && isChanged(number))
    .map(number => `${id} ${keyOf(number)}`)
}

const isRestored = ({ field, after }: Line): boolean => field.id === IN_BIN.id && after === 'false'

export const VAT_STATUS = 'status.vatStatus'
const keyOf = ({ field, number }: UniqueNumber): string => `${field} ${number}`
export const isUnique = ({ id }: ClientField): boolean => UNIQUE_FIELDS.some(field => field === id)
