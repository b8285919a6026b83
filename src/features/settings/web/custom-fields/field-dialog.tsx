import { Select, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOM_KINDS, type CustomKind, hasOptions } from '#features/custom-fields/custom-field.ts'
import {
  type CustomCategory,
  type CustomField,
  changeCustomField,
  countCustomValues,
  createCustomField,
  type FieldChanges,
  type NewField,
} from '#features/custom-fields/custom-fields-api.ts'
import { inEveryLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { SettingsForm } from '../settings-form.tsx'
import { useNoticeWithUndo } from '../use-notice-with-undo.ts'
import { useSaving } from '../use-saving.ts'
import { NameInputs } from './name-inputs.tsx'
import { isUnnamed, namesToSend, typedNames } from './names.ts'
import { optionDrafts, optionsToSend, withNames } from './option-drafts.ts'
import { OptionsEditor } from './options-editor.tsx'

interface FieldDialogProps {
  category: CustomCategory
  categories: readonly CustomCategory[]
  /** What is changed; nothing when one is added. */
  field: CustomField | undefined
  onClose: () => void
}

/** A field: its name, what it holds, whether it must be filled in, and what it can be. */
export function FieldDialog({ category, categories, field, onClose }: FieldDialogProps) {
  const { t } = useTranslation(['customFields', 'settings'])
  const language = useLanguage()
  const [names, setNames] = useState(() => typedNames(field?.name))
  const [kind, setKind] = useState<CustomKind>(field?.kind ?? 'text')
  const [required, setRequired] = useState(field?.required ?? false)
  const [categoryId, setCategoryId] = useState(category.id)
  const [options, setOptions] = useState(() => optionDrafts(field ?? { options: [] }))
  const [typed, setTyped] = useState('')
  const [complains, setComplains] = useState(false)
  const counts = useOptionCounts(field)
  const choosesItsOwn = hasOptions(kind)
  // What is typed of one more belongs to what is saved, pressed « Ajouter » or not.
  const wanted = withNames(options, typed, language)
  const lacksOptions = choosesItsOwn && !wanted.some(({ isRemoved }) => !isRemoved)
  const saving = useFieldSaving(field, onClose)
  const submit = () => {
    setComplains(true)
    if (isUnnamed(names) || lacksOptions) return
    const name = namesToSend(names)
    const chosen = choosesItsOwn ? optionsToSend(wanted) : {}
    saving.mutate(
      field
        ? { change: { name, required, categoryId, ...chosen } }
        : { create: { categoryId, name, kind, required, ...namesOf(chosen) } },
    )
  }
  return (
    <Dialog title={field ? t('editField') : t('addField')} onClose={onClose}>
      <SettingsForm
        submitLabel={field ? t('settings:save') : t('settings:add')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={['name']}
        onSubmit={submit}
        onClose={onClose}
      >
        <NameInputs
          names={names}
          complains={complains}
          error={saving.error}
          onChange={next => {
            setNames(next)
            saving.reset()
          }}
        />
        <Select
          label={t('kind')}
          description={field && t('kindHint')}
          disabled={field !== undefined}
          allowDeselect={false}
          data={CUSTOM_KINDS.map(one => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          onChange={next => setKind(CUSTOM_KINDS.find(one => one === next) ?? kind)}
          maxDropdownHeight={300}
        />
        <Switch
          label={t('requiredLabel')}
          checked={required}
          onChange={event => setRequired(event.currentTarget.checked)}
        />
        {field && categories.length > 1 && (
          <Select
            label={t('category')}
            allowDeselect={false}
            data={categories.map(({ id, name }) => ({
              value: String(id),
              label: inEveryLanguage(name)[language],
            }))}
            value={String(categoryId)}
            onChange={next => setCategoryId(Number(next))}
          />
        )}
        {choosesItsOwn && (
          <OptionsEditor
            options={options}
            counts={counts}
            problem={complains && lacksOptions ? t('optionMissing') : undefined}
            typed={typed}
            onType={setTyped}
            onChange={next => setOptions([...next])}
          />
        )}
      </SettingsForm>
    </Dialog>
  )
}

/** Options that are all new, by their names. */
const namesOf = ({ options }: Pick<FieldChanges, 'options'>): Pick<NewField, 'options'> =>
  options ? { options: options.map(({ name }) => name) } : {}

/** Adds or changes; what followed for clients can be undone from the notice. */
function useFieldSaving(field: CustomField | undefined, onClose: () => void) {
  const { t } = useTranslation(['customFields', 'settings'])
  const tellWithUndo = useNoticeWithUndo()
  return useSaving(
    async (sent: { create: NewField } | { change: FieldChanges }) => {
      if ('create' in sent) await call(createCustomField, { body: sent.create })
      else if (field) return call(changeCustomField, { params: { id: field.id }, body: sent.change })
      return undefined
    },
    {
      told: answer => {
        if (answer?.changeSet) tellWithUndo(t('settings:saved'), answer.changeSet)
        else notifications.show({ message: t('settings:saved') })
        onClose()
      },
    },
  )
}

function useOptionCounts(field: CustomField | undefined): ReadonlyMap<number, number> {
  const { data } = useQuery({
    ...queryOf(countCustomValues, { params: { id: field?.id ?? 0 } }),
    enabled: field !== undefined && hasOptions(field.kind),
  })
  return new Map(data?.options.map(({ id, values }) => [id, values]))
}
