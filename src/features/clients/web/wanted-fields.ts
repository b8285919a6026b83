import { conditionsOf } from '#kernel/filters/filter.ts'
import type { DescribedField } from '../clients-api.ts'
import { NAME_FIELD } from './arrange-columns.ts'
import { SUMMARY_FIELDS } from './cells/client-cell.ts'

/** Loaded whether shown or not: what sums a client up, and what the institutions' pages are found by (F35). */
const ALWAYS = [NAME_FIELD, ...SUMMARY_FIELDS, 'identity.enterpriseNumber', 'identity.vatNumber']

/** The fields to load for shown columns: these, and those on which it depends whether one of them may be missing. */
export function wantedFields(shown: readonly DescribedField[]): readonly string[] {
  const decisive = shown.flatMap(({ requiredFor }) => (requiredFor ? conditionsOf(requiredFor) : []))
  return [...new Set([...ALWAYS, ...shown.map(({ id }) => id), ...decisive.map(({ field }) => field)])]
}
