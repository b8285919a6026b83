import type { SavedFilter } from './saved-filters-api.ts'

/** Only its creator may change, share or delete a filter (F16). */
export const canChange = (filter: Pick<SavedFilter, 'mine'>): boolean => filter.mine

/** An administrator may make a shared filter their own once its creator has left the firm (F16). */
export const canTakeOver = (filter: Pick<SavedFilter, 'mine' | 'owner'>, isAdministrator: boolean): boolean =>
  isAdministrator && !filter.mine && !filter.owner.active
