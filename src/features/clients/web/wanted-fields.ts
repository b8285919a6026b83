import { conditionsOf, type Filter } from '#kernel/filters/filter.ts'
import type { DescribedField } from '../clients-api.ts'
import { type FieldsById, NAME_FIELD } from './arrange-columns.ts'
import { SUMMARY_FIELDS } from './cells/client-cell.ts'
import { PORTFOLIO_FIELD } from './editing/editability.ts'

/**
 * Loaded whether shown or not: what sums a client up, what the institutions' pages are found by (F35), and what editing
 * depends on.
 */
const ALWAYS = [
  NAME_FIELD,
  ...SUMMARY_FIELDS,
  'identity.enterpriseNumber',
  'identity.vatNumber',
  PORTFOLIO_FIELD,
  'contact.country',
]

/**
 * The fields to load for shown columns: these, those on which it depends whether one of them may be missing or edited,
 * and those by which a client still matches the filter once it is edited.
 */
export function wantedFields(
  shown: readonly DescribedField[],
  filter: Filter,
  fields: FieldsById,
): readonly string[] {
  const decisive = [filter, ...shown.flatMap(({ requiredFor, appliesTo }) => [requiredFor, appliesTo])]
    .flatMap(one => (one ? conditionsOf(one) : []))
    .map(({ field }) => field)
    .filter(id => fields.has(id))
  return [...new Set([...ALWAYS, ...shown.map(({ id }) => id), ...decisive])]
}
