import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeLine } from '#features/change-sets/change-sets-api.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { familyOf, meaningOf } from '#kernel/fields/field-kinds.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { Language } from '#kernel/language.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import classes from './change-preview.module.css'
import { useLineWords } from './line-words.ts'
import { membersGoneAndCome } from './members-gone-and-come.ts'

interface PreviewedLineProps {
  /** Undefined while it is on its way. */
  line: ChangeLine | undefined
  fields: FieldsById
  isStruck: boolean
  /** The name of a client stands in the first of its lines. */
  isFirstOfClient: boolean
}

/** The cells of a line: the client, the field, and what becomes of its value or why nothing does. */
export function PreviewedLine({ line, fields, isStruck, isFirstOfClient }: PreviewedLineProps) {
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
  const { before, after } = shownValues(line, field, language)
  const name = line.client.name ?? t('preview.unknownClient')
  return (
    <>
      <td className={classes.client} title={name}>
        {isFirstOfClient ? name : <span className={classes.again}>{name}</span>}
      </td>
      <td>{line.field === IN_BIN.id ? t('preview.bin') : (field?.label ?? line.field)}</td>
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

/** Values as cells show them; of labels, those that go and those that come. */
function shownValues(
  { before, after, beforeName, afterName }: ChangeLine,
  field: DescribedField | undefined,
  language: Language,
): { before: ReactNode; after: ReactNode } {
  const text = (value: ChangeLine['before'], name?: string) => {
    if (name !== undefined) return name
    if (isMissing(value)) return ''
    return (field && meaningOf(field.kind).format(value, field, language)) || String(value)
  }
  if (!field || familyOf(field) !== 'set') {
    return { before: text(before, beforeName), after: text(after, afterName) }
  }
  const { gone, come, kept } = membersGoneAndCome(before, after)
  if (gone.length === 0 && come.length === 0) return { before: text([...kept]), after: text([...kept]) }
  return { before: text([...gone]), after: come.length > 0 ? `+ ${text([...come])}` : '' }
}
