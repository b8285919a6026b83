import type { ClientKind } from '#features/clients/client-choices.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import { type CellEditing, type NotEditable, PORTFOLIO_FIELD, whyNoCell } from '../editing/editability.ts'

/** Fields that stand together, folded; with `barred` this user fills in none of them. */
export interface FoldedGroup {
  id: string
  label: string
  fields: readonly DescribedField[]
  barred?: NotEditable
}

interface SectionsToFill {
  /** What is asked first, in this order. */
  main: readonly DescribedField[]
  groups: readonly FoldedGroup[]
}

const NUMBERS = ['identity.enterpriseNumber', 'identity.vatNumber']
const NATIONAL_NUMBER = 'identity.nationalNumber'
const VAT_STATUS = 'status.vatStatus'
const ALWAYS = [PORTFOLIO_FIELD, 'identity.language']

const MAIN: Readonly<Record<ClientKind, readonly string[]>> = {
  legal: [...NUMBERS, 'identity.name', 'identity.legalForm', VAT_STATUS, ...ALWAYS],
  selfEmployed: [...NUMBERS, 'identity.name', NATIONAL_NUMBER, VAT_STATUS, ...ALWAYS],
  private: ['identity.name', NATIONAL_NUMBER, ...ALWAYS],
  noPersonality: [...NUMBERS, 'identity.name', 'identity.legalForm', VAT_STATUS, ...ALWAYS],
}
const KIND = 'identity.kind'

/** What can be filled in of a new client of a kind: what comes first, and the rest by group in the order of the columns. */
export function sectionsToFill(kind: ClientKind, editing: CellEditing): SectionsToFill {
  const fillable = fieldsToFill(kind, editing)
  const mainIds = MAIN[kind]
  const main = mainIds.flatMap(id => fillable.find(field => field.id === id) ?? [])
  const others = fillable.filter(({ id }) => id !== KIND && !mainIds.includes(id))
  const groups = [...Map.groupBy(editing.fields.values(), ({ group }) => group)]
  return {
    main,
    groups: groups.flatMap(([id, [first]]) => {
      const fields = others.filter(({ group }) => group === id)
      const barred = barredIn(id, editing)
      const label = first?.groupLabel ?? ''
      if (fields.length > 0) return { id, label, fields }
      return barred ? { id, label, fields, barred } : []
    }),
  }
}

/** The fields that this user may fill in of a new client of that kind. */
export function fieldsToFill(kind: ClientKind, editing: CellEditing): DescribedField[] {
  const values = { [KIND]: kind }
  return [...editing.fields.values()].filter(
    field =>
      whyNoCell(field, editing) === undefined &&
      (!field.appliesTo || matchesFilter(field.appliesTo, values, editing)),
  )
}

/** Why this user fills in nothing of a group whose fields others can fill in. */
const barredIn = (group: string, editing: CellEditing): NotEditable | undefined =>
  [...editing.fields.values()].some(field => field.group === group && whyNoCell(field, editing) === 'billing')
    ? 'billing'
    : undefined
