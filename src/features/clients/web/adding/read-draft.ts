import type { NewClient } from '#features/change-sets/adding-api.ts'
import { brokenRules } from '#features/clients/client-rules.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { UNIQUE_FIELDS } from '#features/clients/unique-numbers.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import { isRequired } from '#kernel/filters/matches-filter.ts'
import { type InputReading, readInput } from '../editing/read-input.ts'
import { isPicked, kindOf, type NewClientDraft } from './new-client-draft.ts'
import { fieldsToFill } from './sections-to-fill.ts'
import { type FillContext, suggestedTexts } from './suggested-texts.ts'

/** What is wrong with what was filled in: the key of a message, and what is accepted. */
interface DraftProblem {
  problem: string
  accepted?: string | undefined
}

interface DraftReading {
  /** What can be understood, without what is missing. */
  values: FieldValues
  problems: ReadonlyMap<string, DraftProblem>
  /** Numbers whose check digits are wrong, kept or not. */
  doubtful: ReadonlySet<string>
  suggested: ReadonlyMap<string, string>
  /** The fields that the client must have to be complete, and does not have yet; it can be added without. */
  toComplete: ReadonlySet<string>
}

/** Understands a draft as far as it concerns clients of its kind. */
export function readDraft(draft: NewClientDraft, context: FillContext): DraftReading {
  const { editing } = context
  const suggested = suggestedTexts(draft, context)
  const values: Record<string, FieldValue> = {}
  const problems = new Map<string, DraftProblem>()
  const doubtful = new Set<string>()
  const fields = fieldsToFill(kindOf(draft), editing)
  for (const field of fields) {
    const reading = readField(field, draft, suggested.get(field.id), editing.today)
    if ('problem' in reading) problems.set(field.id, reading)
    else if (!isMissing(reading.value)) values[field.id] = reading.value
    if ('warning' in reading) doubtful.add(field.id)
  }
  for (const { fields: broken, problem } of brokenRules(0, values)) {
    const under = broken.at(-1)
    if (under !== undefined) problems.set(under, { problem })
  }
  const isToComplete = (field: DescribedField) =>
    !field.neverEmpty &&
    !problems.has(field.id) &&
    isMissing(values[field.id] ?? null) &&
    isRequired(field, values, editing)
  const toComplete = new Set(fields.filter(isToComplete).map(({ id }) => id))
  return { values, problems, doubtful, suggested, toComplete }
}

/** Numbers with wrong check digits that nobody has said to keep; what follows from one is kept with it. */
export const undecidedNumbers = ({ doubtful, suggested }: DraftReading, { kept }: NewClientDraft): string[] =>
  [...doubtful].filter(id => !kept.has(id) && !suggested.has(id))

export const requestOf = ({ values, doubtful }: DraftReading): NewClient => ({
  values: values as NewClient['values'],
  keepInvalid: UNIQUE_FIELDS.filter(field => doubtful.has(field)),
})

function readField(
  field: DescribedField,
  { texts, picks }: NewClientDraft,
  suggested: string | undefined,
  today: string,
): InputReading {
  if (!isPicked(field)) return readInput(texts.get(field.id) ?? suggested ?? '', field, today)
  const value = picks.get(field.id) ?? suggested ?? null
  return field.neverEmpty && isMissing(value) ? { problem: 'neverEmpty' } : { value }
}
