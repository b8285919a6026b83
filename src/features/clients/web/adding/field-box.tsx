import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { familyOf, isDateKind } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import { ValueInput } from '../bulk-edit/value-input.tsx'
import { inputText } from '../editing/read-input.ts'
import { CalendarButton } from '../panels/value-editors/calendar-button.tsx'
import { PickedValues } from '../panels/value-editors/picked-values.tsx'
import classes from './adding.module.css'
import { FieldLabel, KeepNumber, useFieldProblem } from './field-notes.tsx'
import { isPicked } from './new-client-draft.ts'
import type { NewClientForm } from './use-new-client.ts'

interface FieldBoxProps {
  field: DescribedField
  form: NewClientForm
  /** Whether the dialog opens with the focus in it. */
  isFirst?: boolean
}

/** A field of a new client in the box of its kind, with what is to be said of what it holds. */
export function FieldBox({ field, form, isFirst = false }: FieldBoxProps) {
  const id = useId()
  return (
    <div className={classes.field} data-field={field.id}>
      <FieldLabel id={id} field={field} form={form} />
      {isPicked(field) ? (
        <PickedBox id={id} field={field} form={form} />
      ) : (
        <TypedBox id={id} field={field} form={form} isFirst={isFirst} />
      )}
      <KeepNumber field={field} form={form} />
    </div>
  )
}

function PickedBox({ id, field, form }: FieldBoxProps & { id: string }) {
  const problem = useFieldProblem(field, form)
  const value = form.draft.picks.get(field.id) ?? form.reading.suggested.get(field.id)
  if (familyOf(field) === 'set') {
    return (
      <PickedValues
        label={field.label}
        field={field}
        value={Array.isArray(value) ? value : []}
        onChange={next => form.pick(field.id, next as FieldValue)}
        offersEmpty={false}
      />
    )
  }
  return (
    <ValueInput
      id={id}
      label={field.label}
      field={field}
      value={value}
      onChange={next => form.pick(field.id, next ?? null)}
      editing={form.editing}
      isRequired={field.neverEmpty}
      problem={problem}
    />
  )
}

function TypedBox({ id, field, form, isFirst }: FieldBoxProps & { id: string }) {
  const language = useLanguage()
  const problem = useFieldProblem(field, form)
  const { draft, reading } = form
  const value = reading.values[field.id]
  const calendar = isDateKind(field.kind) && (
    <CalendarButton
      label={field.label}
      value={typeof value === 'string' ? value : undefined}
      onPick={day => form.type(field.id, inputText(day, field, language))}
    />
  )
  const inputMode = INPUT_MODES[field.kind]
  return (
    <TextInput
      id={id}
      size="xs"
      data-autofocus={isFirst || undefined}
      required={field.neverEmpty}
      value={draft.texts.get(field.id) ?? reading.suggested.get(field.id) ?? ''}
      onChange={event => form.type(field.id, event.currentTarget.value)}
      onBlur={() => form.leave(field.id)}
      error={problem}
      autoComplete="off"
      spellCheck={false}
      rightSection={field.kind === 'money' ? '€' : calendar || undefined}
      {...(PLACEHOLDERS[field.kind] !== undefined && { placeholder: PLACEHOLDERS[field.kind] })}
      {...(inputMode !== undefined && { inputMode })}
    />
  )
}

/** What a right value looks like. */
const PLACEHOLDERS: Partial<Record<FieldKind, string>> = {
  enterpriseNumber: '0403.170.701',
  vatNumber: 'BE 0403.170.701',
  date: '31/12/2026',
  identityDocument: '31/12/2026',
  dayOfYear: '31/12',
}

/** The keyboard that a phone offers. */
const INPUT_MODES: Partial<Record<FieldKind, 'decimal' | 'email' | 'tel' | 'numeric'>> = {
  money: 'decimal',
  email: 'email',
  phone: 'tel',
  enterpriseNumber: 'numeric',
  nationalNumber: 'numeric',
}
