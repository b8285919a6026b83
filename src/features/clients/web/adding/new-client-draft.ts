import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import type { ClientKind } from '#features/clients/client-choices.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { type CellEditing, PORTFOLIO_FIELD } from '../editing/editability.ts'

/** What has been filled in of a new client. */
export interface NewClientDraft {
  /** As they were typed, right or wrong; a text that is empty was emptied, so that nothing is suggested in its place. */
  texts: ReadonlyMap<string, string>
  picks: ReadonlyMap<string, FieldValue>
  /** Numbers that are to be kept although their check digits are wrong. */
  kept: ReadonlySet<string>
}

export const KIND_FIELD = 'identity.kind'
const LANGUAGE_FIELD = 'identity.language'

export const kindOf = ({ picks }: NewClientDraft): ClientKind => picks.get(KIND_FIELD) as ClientKind

/** Whether the value of a field is picked, not typed. */
export const isPicked = (field: Pick<DescribedField, 'kind'>): boolean =>
  ['choice', 'set', 'yesNo'].includes(familyOf(field))

/** Nothing but the kind that most clients have, and the portfolio that is open, or the only one that there is to choose. */
export function startDraft(portfolioId: number | undefined, editing: CellEditing): NewClientDraft {
  const portfolios = editablePortfolios(editing)
  const open = portfolios.find(id => id === portfolioId)
  const portfolio = open ?? (portfolios.length === 1 ? portfolios[0] : undefined)
  const picks = new Map<string, FieldValue>([[KIND_FIELD, 'legal']])
  if (portfolio !== undefined) picks.set(PORTFOLIO_FIELD, portfolio)
  return { texts: new Map(), picks, kept: new Set() }
}

/** What the next client starts with: whoever enters several enters clients of one sort. */
export const draftAfter = ({ picks }: NewClientDraft): NewClientDraft => ({
  texts: new Map(),
  picks: new Map([...picks].filter(([id]) => [KIND_FIELD, PORTFOLIO_FIELD, LANGUAGE_FIELD].includes(id))),
  kept: new Set(),
})

export const withPick = (draft: NewClientDraft, field: string, value: FieldValue): NewClientDraft => ({
  ...draft,
  picks: new Map(draft.picks).set(field, value),
})

export function withKept(draft: NewClientDraft, field: string, isKept: boolean): NewClientDraft {
  const kept = new Set(draft.kept)
  if (isKept) kept.add(field)
  else kept.delete(field)
  return { ...draft, kept }
}

/** Whether something would be lost with a draft; its kind is chosen again in no time. */
export const isFilledIn = ({ texts, picks }: NewClientDraft, start: NewClientDraft): boolean =>
  texts.size > 0 ||
  [...picks].some(([id, value]) => id !== KIND_FIELD && value !== null && value !== start.picks.get(id))
