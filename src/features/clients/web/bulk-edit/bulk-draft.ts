import type { ChangeSetRequest } from '#features/change-sets/change-sets-api.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { Verb } from '#kernel/changes/edit.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'

type Edit = NonNullable<ChangeSetRequest['edits']>[number]

/** What is to become of one field; without a value where the verb needs one, nothing yet. */
export interface FieldDraft {
  verb: Verb
  value?: FieldValue
}

/** A label that is to be put on every client, or taken off. */
export type LabelMark = 'add' | 'remove'

/** What has been filled in: fields that are not in it keep their values. */
export interface BulkDraft {
  fields: ReadonlyMap<string, FieldDraft>
  labels: ReadonlyMap<number, LabelMark>
}

export const EMPTY_DRAFT: BulkDraft = { fields: new Map(), labels: new Map() }

export const LABELS_FIELD = 'identity.labels'

/** With another draft of a field, or with none. */
export function withField(draft: BulkDraft, field: string, next: FieldDraft | undefined): BulkDraft {
  const fields = new Map(draft.fields)
  if (next) fields.set(field, next)
  else fields.delete(field)
  return { ...draft, fields }
}

/** With another mark on a label, or with none. */
export function withLabel(draft: BulkDraft, label: number, mark: LabelMark | undefined): BulkDraft {
  const labels = new Map(draft.labels)
  if (mark) labels.set(label, mark)
  else labels.delete(label)
  return { ...draft, labels }
}

/** Whether a draft says what is to be done. */
const isComplete = ({ verb, value }: FieldDraft): boolean => verb === 'clear' || !isMissing(value ?? null)

/** The edits that a draft asks for; fields that lack a value are left out. */
export function editsOf({ fields, labels }: BulkDraft): Edit[] {
  const edits: Edit[] = []
  for (const [field, draft] of fields) {
    if (!isComplete(draft)) continue
    const { verb, value } = draft
    edits.push(verb === 'clear' ? { field, verb } : { field, verb, value: value as Edit['value'] })
  }
  for (const verb of ['add', 'remove'] as const) {
    const marked = [...labels].flatMap(([label, mark]) => (mark === verb ? [label] : []))
    if (marked.length > 0) edits.push({ field: LABELS_FIELD, verb, value: marked })
  }
  return edits
}

/** How many fields and labels are touched. */
export const countTouched = ({ fields, labels }: BulkDraft): number => fields.size + labels.size

/** The fields that still lack a value. */
export const incompleteFields = ({ fields }: BulkDraft): string[] =>
  [...fields].flatMap(([field, draft]) => (isComplete(draft) ? [] : [field]))

const NUMBERS = ['enterpriseNumber', 'vatNumber', 'nationalNumber']

/** The verbs that make sense for many clients: nobody gives them all one name or one number. */
export function bulkVerbs(field: DescribedField): readonly Verb[] {
  if (field.id === 'identity.name') return []
  if (NUMBERS.includes(field.kind)) return field.verbs.filter(verb => verb === 'clear')
  return field.verbs
}
