import { type Condition, type Filter, groupOf, groupParts, isCondition } from '#kernel/filters/filter.ts'

export type Quantifier = 'all' | 'any' | 'none'

/** A condition that is being written; it has no field before one is chosen. */
export interface DraftCondition {
  key: number
  condition: Condition | undefined
}

/** A group that is being written. Every part keeps its key for as long as it is there. */
export interface DraftGroup {
  key: number
  quantifier: Quantifier
  parts: readonly Draft[]
}

export type Draft = DraftCondition | DraftGroup

export const isDraftGroup = (draft: Draft): draft is DraftGroup => 'quantifier' in draft

let lastKey = 0
const newKey = (): number => ++lastKey

export const newDraftCondition = (condition?: Condition): DraftCondition => ({ key: newKey(), condition })

export const newDraftGroup = (quantifier: Quantifier, parts: readonly Draft[]): DraftGroup => ({
  key: newKey(),
  quantifier,
  parts,
})

/** A filter to be changed in the panel, which always shows a group outermost. */
export function draftOf(filter: Filter): DraftGroup {
  const draft = partOf(filter)
  return isDraftGroup(draft) ? draft : newDraftGroup('all', [draft])
}

function partOf(filter: Filter): Draft {
  if (isCondition(filter)) return newDraftCondition(filter)
  const [quantifier, parts] = groupParts(filter)
  return newDraftGroup(quantifier, parts.map(partOf))
}

/**
 * The filter that a draft says, with the conditions that `counts` lets pass. A group with nothing in it says nothing
 * and is left out.
 */
export const filterOf = (
  draft: DraftGroup,
  counts: (condition: DraftCondition) => boolean = () => true,
): Filter => filterOfPart(draft, counts) ?? { all: [] }

function filterOfPart(draft: Draft, counts: (condition: DraftCondition) => boolean): Filter | undefined {
  if (!isDraftGroup(draft)) return counts(draft) ? draft.condition : undefined
  const parts = draft.parts.map(part => filterOfPart(part, counts)).filter(part => part !== undefined)
  return parts.length > 0 ? groupOf(draft.quantifier, parts) : undefined
}

/** The draft with one part changed, or taken out when `change` answers nothing. */
export function withChange(
  group: DraftGroup,
  key: number,
  change: (draft: Draft) => Draft | undefined,
): DraftGroup {
  const parts = group.parts.flatMap(part => {
    if (part.key === key) return change(part) ?? []
    return isDraftGroup(part) ? withChange(part, key, change) : part
  })
  return { ...group, parts }
}

/** Every condition of a draft, in the order in which it is shown. */
export const draftConditions = (draft: Draft): DraftCondition[] =>
  isDraftGroup(draft) ? draft.parts.flatMap(draftConditions) : [draft]
