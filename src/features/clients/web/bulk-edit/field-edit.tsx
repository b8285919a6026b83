import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HeldValues } from '#features/change-sets/change-sets-api.ts'
import type { Verb } from '#kernel/changes/edit.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { filterSentence } from '#kernel/filters/filter-sentence.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditing } from '../editing/editability.ts'
import { bulkVerbs, type FieldDraft } from './bulk-draft.ts'
import classes from './bulk-edit.module.css'
import type { EditableField } from './edit-sections.ts'
import { useHeldWords } from './held-words.ts'
import { ShiftInput } from './shift-input.tsx'
import { ValueInput } from './value-input.tsx'

interface FieldEditProps extends EditableField {
  draft: FieldDraft | undefined
  /** What the clients have now, once it is known. */
  held: HeldValues | undefined
  /** The value is missing, and was asked for. */
  isIncomplete: boolean
  editing: CellEditing
  onChange: (draft: FieldDraft | undefined) => void
}

const KEEP = 'keep'

/** One field of a bulk edit: what the clients have now, what to do with it, and the new value. */
export function FieldEdit({ field, barred, draft, held, isIncomplete, editing, onChange }: FieldEditProps) {
  const { t } = useTranslation(['bulkEdit', 'editing'])
  const language = useLanguage()
  const heldInWords = useHeldWords()
  const change = (verb: string | null) =>
    onChange(verb === null || verb === KEEP ? undefined : { verb: verb as Verb })
  const label = field.label
  const isSet = familyOf(field) === 'set'
  const needsValue = isSet ? draft?.verb !== 'clear' : draft?.verb === 'set'
  // Of members of a set the verbs say what they say; of a day, by how much it moves.
  const verbLabel = (verb: Verb | typeof KEEP) =>
    isSet && (verb === 'add' || verb === 'remove') ? t(`memberVerbs.${verb}`) : t(`verbs.${verb}`)
  const barredHint =
    barred &&
    (barred === 'notBulk'
      ? t('notBulk')
      : t(`editing:notEditable.${barred}`, {
          condition: field.appliesTo ? filterSentence(field.appliesTo, editing.fields, language) : '',
        }))
  return (
    <div className={classes.field} data-touched={draft !== undefined || undefined}>
      <div>
        {label}
        <div className={classes.held}>{barredHint ?? (held && heldInWords(held))}</div>
      </div>
      <Select
        aria-label={t('verbOf', { field: label })}
        size="xs"
        allowDeselect={false}
        disabled={barred !== undefined}
        data={[KEEP, ...bulkVerbs(field)].map(verb => ({ value: verb, label: verbLabel(verb as Verb) }))}
        value={draft?.verb ?? KEEP}
        onChange={change}
      />
      <div>
        {draft && needsValue && (
          <ValueInput
            label={t('valueOf', { field: label })}
            field={field}
            value={draft.value}
            onChange={value =>
              onChange(value === undefined ? { verb: draft.verb } : { verb: draft.verb, value })
            }
            editing={editing}
          />
        )}
        {draft && !isSet && (draft.verb === 'add' || draft.verb === 'remove') && (
          <ShiftInput
            field={label}
            value={draft.value}
            onChange={value =>
              onChange(value === undefined ? { verb: draft.verb } : { verb: draft.verb, value })
            }
          />
        )}
        {isIncomplete && (
          <p role="alert" className={classes.problem}>
            {t('valueNeeded')}
          </p>
        )}
      </div>
    </div>
  )
}
