import { editablePortfolios, mayChangeClients, mayChangeField } from '#features/change-sets/change-rights.ts'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import type { FieldsById } from '../arrange-columns.ts'

/** Who edits, and what cells are judged by. */
export interface CellEditing {
  role: FirmRole
  portfolios: ReadonlyMap<number, PortfolioLevel>
  fields: FieldsById
  today: string
}

/** Why a cell cannot be edited here, in the order in which it is looked at. */
export type NotEditable =
  | 'portalState'
  | 'computed'
  | 'notEditable'
  | 'readOnly'
  | 'billing'
  | 'portfolio'
  | 'notApplicable'

export const PORTFOLIO_FIELD = 'assignment.portfolio'

/** Why nobody, or not this user, can edit any cell of a column; undefined when some can be. */
export function whyNoCell(field: DescribedField, { role }: CellEditing): NotEditable | undefined {
  if (field.id === 'portal.state') return 'portalState'
  if (field.computed) return 'computed'
  if (!field.editable) return 'notEditable'
  if (!mayChangeClients({ role })) return 'readOnly'
  return mayChangeField({ role }, field) ? undefined : 'billing'
}

/** Why a cell cannot be edited; undefined when it can be. What does not apply to a client can still be taken away. */
export function whyNotEditable(
  field: DescribedField,
  { values }: ClientRow,
  editing: CellEditing,
): NotEditable | undefined {
  const whyNone = whyNoCell(field, editing)
  if (whyNone) return whyNone
  const portfolio = Number(values[PORTFOLIO_FIELD])
  if (!editablePortfolios(editing).includes(portfolio)) return 'portfolio'
  const isEmpty = (values[field.id] ?? null) === null
  const applies = !field.appliesTo || matchesFilter(field.appliesTo, values, editing)
  return isEmpty && !applies ? 'notApplicable' : undefined
}
