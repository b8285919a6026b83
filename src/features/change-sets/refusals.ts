/**
 * Why a cell is left alone. `invalid` has a problem of its own, in the words of the field; `changed`: somebody else
 * changed it in between; `notFound`: there is no such client, or this user may not know of it.
 */
export const REFUSAL_REASONS = [
  'noRight',
  'invalid',
  'notApplicable',
  'deleted',
  'notFound',
  'changed',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]
