import { hasRightNationalCheck, MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import type { Field, FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { SecretBox } from '#platform/secret-box.ts'

/**
 * A value as the text that change lines keep, which is the text that `cellSql` gives for it: days and codes as they are,
 * labels as `{1,2}`, a national number sealed, hashed and checked: `<hex>.<hex>.<true|false>`.
 */
export function cellText(
  { kind }: Pick<Field, 'kind'>,
  value: FieldValue,
  firmId: number,
  secrets: SecretBox,
): string | null {
  if (isMissing(value)) return null
  if (kind === 'nationalNumber') return sealedNumber(String(value), firmId, secrets)
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value)
}

function sealedNumber(number: string, firmId: number, secrets: SecretBox): string {
  const [sealed, hash] = [secrets.seal(firmId, number), secrets.hash(firmId, number)]
  return [sealed.toString('hex'), hash.toString('hex'), hasRightNationalCheck(number)].join('.')
}

/** The value that a text of `cellText` stands for; a national number stays masked. */
export function cellValue({ kind }: Pick<Field, 'kind'>, text: string | null): FieldValue {
  if (text === null) return null
  switch (kind) {
    case 'nationalNumber':
      return MASKED_NATIONAL_NUMBER
    case 'yesNo':
      return text === 'true'
    case 'reference':
    case 'user':
    case 'client':
    case 'number':
      return Number(text)
    case 'labels':
    case 'choices':
      return membersIn(text)
    default:
      return text
  }
}

/**
 * Whether a text is one that `cellText` writes for the kind; what a field held when it was of another kind may not be.
 */
export function isCellText({ kind }: Pick<Field, 'kind'>, text: string): boolean {
  return SPELLINGS[kind]?.test(text) ?? true
}

const ID = /^\d{1,10}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DECIMAL = /^-?\d+(\.\d+)?$/

const SPELLINGS: Partial<Readonly<Record<FieldKind, RegExp>>> = {
  reference: ID,
  user: ID,
  client: ID,
  date: DAY,
  identityDocument: DAY,
  number: DECIMAL,
  money: DECIMAL,
  yesNo: /^(true|false)$/,
}

/** The members of a set; what a field held before it had choices names none. */
function membersIn(text: string): readonly number[] | null {
  return /^\{\d+(,\d+)*\}$/.test(text) ? text.slice(1, -1).split(',').map(Number) : null
}

/** Whether two texts of a field stand for the same value: each sealing of a national number differs, its hash does not. */
export const isSameCell = ({ kind }: Pick<Field, 'kind'>, a: string | null, b: string | null): boolean =>
  a === b || (kind === 'nationalNumber' && a !== null && b !== null && numberHash(a) === numberHash(b))

/** The keyed hash, in hexadecimal, in the text of a national number; nothing in any other. */
export const numberHash = (text: string): string | undefined =>
  /^[0-9a-f]+\.([0-9a-f]{64})\.(?:true|false)$/.exec(text)?.[1]
