import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldKind } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import { ClientEditor } from './client-editor.tsx'
import { pickOptions } from './pick-options.ts'
import { PickedEditor } from './picked-editor.tsx'
import { TypedEditor } from './typed-editor.tsx'
import { valueAtStart } from './value-at-start.ts'

export interface AnyCellEditorProps extends CellEditorProps {
  /** The portfolios into which the user may move clients. */
  portfolios: readonly number[]
}

/** The editor that fits what the cell holds. */
export function CellEditor({ portfolios, ...props }: AnyCellEditorProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const { field } = props
  switch (EDITORS[field.kind]) {
    case 'typed':
      return <TypedEditor {...props} />
    case 'client':
      return <ClientEditor {...props} />
    default: {
      const options = pickOptions(field, valueAtStart(props), { language, noValue: t('noValue'), portfolios })
      return <PickedEditor {...props} options={options} several={familyOf(field) === 'set'} />
    }
  }
}

/** Whether its values are picked out of a list. */
export const isPicked = ({ kind }: DescribedField): boolean => EDITORS[kind] !== 'typed'

const EDITORS = {
  text: 'typed',
  longText: 'typed',
  email: 'typed',
  phone: 'typed',
  url: 'typed',
  enterpriseNumber: 'typed',
  vatNumber: 'typed',
  nationalNumber: 'typed',
  choice: 'picked',
  reference: 'picked',
  user: 'picked',
  client: 'client',
  labels: 'picked',
  choices: 'picked',
  yesNo: 'picked',
  date: 'typed',
  dayOfYear: 'typed',
  number: 'typed',
  money: 'typed',
  identityDocument: 'typed',
} satisfies Record<FieldKind, 'typed' | 'picked' | 'client'>
