import type { FieldValue } from '#kernel/fields/field.ts'
import type { Filter } from '#kernel/filters/filter.ts'

/** Where a change set comes from, in the order in which *Historique* offers them. */
export const CHANGE_ORIGINS = [
  'cell',
  'bulkEdit',
  'paste',
  'fillDown',
  'api',
  'import',
  'creation',
  'deletion',
  'restoration',
  'erasure',
  'undo',
  'setup',
  'settings',
] as const
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number]

/** The lists and settings of a firm whose changes are kept, besides its clients. */
export const SETTING_ENTITIES = [
  'firm',
  'user',
  'portfolio',
  'assignmentRole',
  'label',
  'institutionLink',
  'customFieldCategory',
  'customField',
  'customFieldOption',
] as const
export type SettingEntity = (typeof SETTING_ENTITIES)[number]

/** A plan that is not applied within a day expires; an undone one can be redone. */
export const CHANGE_SET_STATES = ['planned', 'applied', 'undone', 'expired'] as const
export type ChangeSetState = (typeof CHANGE_SET_STATES)[number]

/** How long a set can be undone, and how long a plan waits to be applied. */
export const UNDO_DAYS = 90
export const PLAN_HOURS = 24

/** The selection as it was asked for, but for the words of a search; the ids themselves are in the lines. */
export type SelectionAsked =
  | { ids: number }
  | { query: { portfolioId?: number | undefined; isSearched?: true; filter?: Filter | undefined } }

/**
 * What a set does to one field, for telling it in words; values only where they are the same for all clients. Of labels,
 * `before` are those that go and `after` those that come.
 */
export interface FieldSummary {
  field: string
  /** Cells that change. */
  clients: number
  before?: FieldValue
  after?: FieldValue
}

/** What becomes of a cell; `refused` also when it was left alone while the set was applied. */
export const LINE_OUTCOMES = ['change', 'unchanged', 'refused'] as const
export type LineOutcome = (typeof LINE_OUTCOMES)[number]

/** Whether a set can be undone by a user: settings are changed where they are, nothing twice, nothing without the right. */
export const UNDO_STANDINGS = [
  'yes',
  'notApplied',
  'tooOld',
  'erasure',
  'settings',
  'nothingChanged',
  'noRight',
] as const
export type UndoStanding = (typeof UNDO_STANDINGS)[number]
