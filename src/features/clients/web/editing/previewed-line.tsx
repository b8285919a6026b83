import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeLine } from '#features/change-sets/change-sets-api.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import classes from './change-preview.module.css'
import { useLineWords } from './line-words.ts'
import { membersGoneAndCome } from './members-gone-and-come.ts'
import { valueInWords } from './value-in-words.ts'

interface PreviewedLineProps {
  /** Undefined while it is on its way. */
  line: ChangeLine | undefined
  fields: FieldsById
  isStruck: boolean
  /** The client comes with the set, rather than out of the bin. */
  isCreation: boolean
  /** The name of a client stands in the first of its lines. */
  isFirstOfClient: boolean
}

/** The cells of a line: the client, the field, and what becomes of its value or why nothing does. */
export function PreviewedLine({ line, fields, isStruck, isCreation, isFirstOfClient }: PreviewedLineProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const inWords = useLineWords()
  if (!line)
    return (
      <td colSpan={4}>
        <span className={classes.pending} />
      </td>
    )
  const field = fields.get(line.field)
  const isCreated = isCreation && line.field === IN_BIN.id
  const { before, after } = isCreated
    ? { before: '', after: t('preview.created') }
    : shownValues(line, field, (value: FieldValue) => valueInWords(value, field, language, t))
  const name = line.client.name ?? t('preview.unknownClient')
  return (
    <>
      <td className={classes.client} title={name}>
        {isFirstOfClient ? name : <span className={classes.again}>{name}</span>}
      </td>
      <td>{labelOf(line, field, isCreated, t)}</td>
      {line.outcome === 'refused' ? (
        <td colSpan={2} className={classes.why}>
          {inWords(line, field)}
        </td>
      ) : (
        <>
          <td className={classes.before}>{before === '' ? '–' : isStruck ? <s>{before}</s> : before}</td>
          <td className={isStruck ? classes.after : undefined}>{after === '' ? '–' : after}</td>
        </>
      )}
    </>
  )
}

function labelOf(
  { field: id }: ChangeLine,
  field: DescribedField | undefined,
  isCreated: boolean,
  t: TFunction<'editing'>,
): string {
  if (isCreated) return t('preview.record')
  return id === IN_BIN.id ? t('preview.bin') : (field?.label ?? id)
}

/** Values as cells show them; of labels, those that go and those that come. */
function shownValues(
  { before, after, beforeName, afterName }: ChangeLine,
  field: DescribedField | undefined,
  text: (value: FieldValue) => string,
): { before: ReactNode; after: ReactNode } {
  if (!field || familyOf(field) !== 'set') {
    return { before: beforeName ?? text(before), after: afterName ?? text(after) }
  }
  const { gone, come, kept } = membersGoneAndCome(before, after)
  if (gone.length === 0 && come.length === 0) return { before: text([...kept]), after: text([...kept]) }
  return { before: text([...gone]), after: come.length > 0 ? `+ ${text([...come])}` : '' }
}
