import { conditionsOf } from '#kernel/filters/filter.ts'
import type { DescribedField } from '../clients-api.ts'
import { NAME_FIELD } from './arrange-columns.ts'

/** What the institutions' pages are found by (F35), shown or not. */
const LOOKED_UP_BY = ['identity.enterpriseNumber', 'identity.vatNumber']

/** The fields to load for shown columns: these, and those on which it depends whether one of them may be missing. */
export function wantedFields(shown: readonly DescribedField[]): readonly string[] {
  const decisive = shown.flatMap(({ requiredFor }) => (requiredFor ? conditionsOf(requiredFor) : []))
  return [
    ...new Set([
      NAME_FIELD,
      ...shown.map(({ id }) => id),
      ...decisive.map(({ field }) => field),
      ...LOOKED_UP_BY,
    ]),
  ]
}
