import { MultiSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CLIENT_KINDS } from '#features/clients/client-choices.ts'
import {
  type CustomCategory,
  changeCustomCategory,
  createCustomCategory,
  type NewCategory,
} from '#features/custom-fields/custom-fields-api.ts'
import { LEGAL_FORMS } from '#kernel/belgium/legal-forms.ts'
import { inLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { SettingsForm } from '../settings-form.tsx'
import { useSaving } from '../use-saving.ts'
import { type Criteria, criteriaFilter, readCriteria } from './criteria.ts'
import { NameInputs } from './name-inputs.tsx'
import { isUnnamed, namesToSend, typedNames } from './names.ts'

interface CategoryDialogProps {
  /** What is changed; nothing when one is added. */
  category: CustomCategory | undefined
  onClose: () => void
}

/** The settings of a category, behind its gear (F39). */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const { t } = useTranslation(['customFields', 'settings'])
  const [names, setNames] = useState(() => typedNames(category?.name))
  const [description, setDescription] = useState(category?.description ?? '')
  const [isListed, setIsListed] = useState(category?.isListed ?? true)
  const [criteria, setCriteria] = useState(() => readCriteria(category?.criteria ?? null))
  const [complains, setComplains] = useState(false)
  const saving = useSaving(
    async (body: NewCategory) => {
      if (category) await call(changeCustomCategory, { params: { id: category.id }, body })
      else await call(createCustomCategory, { body })
    },
    {
      told: () => {
        notifications.show({ message: t('settings:saved') })
        onClose()
      },
    },
  )
  const submit = () => {
    setComplains(true)
    if (isUnnamed(names)) return
    const name = namesToSend(names)
    saving.mutate({ name, description, isListed, ...(criteria && { criteria: criteriaFilter(criteria) }) })
  }
  return (
    <Dialog title={category ? t('categorySettings') : t('addCategory')} onClose={onClose}>
      <SettingsForm
        submitLabel={category ? t('settings:save') : t('settings:add')}
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
        <Textarea
          label={t('description')}
          autosize
          minRows={2}
          maxLength={500}
          value={description}
          onChange={event => setDescription(event.currentTarget.value)}
        />
        <ListedChoice isListed={isListed} onChange={setIsListed} />
        <CriteriaChoice criteria={criteria} onChange={setCriteria} />
      </SettingsForm>
    </Dialog>
  )
}

function ListedChoice({ isListed, onChange }: { isListed: boolean; onChange: (isListed: boolean) => void }) {
  const { t } = useTranslation('customFields')
  const label = useId()
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id={label}>
        {t('listed')}
      </Text>
      <SegmentedControl
        mr="auto"
        aria-labelledby={label}
        data={[
          { value: 'yes', label: t('listedYes') },
          { value: 'no', label: t('listedNo') },
        ]}
        value={isListed ? 'yes' : 'no'}
        onChange={value => onChange(value === 'yes')}
      />
      {!isListed && (
        <Text size="xs" c="dimmed">
          {t('notListedHint')}
        </Text>
      )}
    </Stack>
  )
}

interface CriteriaChoiceProps {
  criteria: Criteria | undefined
  onChange: (criteria: Criteria) => void
}

function CriteriaChoice({ criteria, onChange }: CriteriaChoiceProps) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  if (!criteria) return <Text size="sm">{t('criteria.filteredHint')}</Text>
  return (
    <Stack gap="xs">
      <MultiSelect
        label={t('criteria.kinds')}
        placeholder={criteria.kinds.length === 0 ? t('criteria.all') : ''}
        data={CLIENT_KINDS.map(({ value, label }) => ({ value, label: inLanguage(label, language) }))}
        value={[...criteria.kinds]}
        onChange={kinds => onChange({ ...criteria, kinds })}
        clearable
      />
      <MultiSelect
        label={t('criteria.legalForms')}
        placeholder={criteria.legalForms.length === 0 ? t('criteria.allForms') : ''}
        data={LEGAL_FORMS.map(({ value, label, short }) => ({
          value: String(value),
          label: short
            ? `${inLanguage(short, language)} – ${inLanguage(label, language)}`
            : inLanguage(label, language),
        }))}
        value={[...criteria.legalForms]}
        onChange={legalForms => onChange({ ...criteria, legalForms })}
        searchable
        clearable
        maxDropdownHeight={260}
      />
    </Stack>
  )
}
