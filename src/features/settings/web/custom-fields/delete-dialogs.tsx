import { Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type CustomCategory,
  type CustomField,
  countCustomValues,
  deleteCustomCategory,
  deleteCustomField,
} from '#features/custom-fields/custom-fields-api.ts'
import { inEveryLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { SettingsForm } from '../settings-form.tsx'
import { useNoticeWithUndo } from '../use-notice-with-undo.ts'
import { useSaving } from '../use-saving.ts'

/** Asks before a field goes, with how many values. */
export function DeleteFieldDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const { t } = useTranslation('customFields')
  const name = inEveryLanguage(field.name)[useLanguage()]
  return (
    <DeleteDialog
      title={t('deleteField.title', { name })}
      confirm={t('deleteField.confirm')}
      done={t('deleteField.done', { name })}
      fields={[field]}
      send={() => call(deleteCustomField, { params: { id: field.id } })}
      onClose={onClose}
    />
  )
}

/** Asks before a category goes, with its fields and how many values. */
export function DeleteCategoryDialog({
  category,
  onClose,
}: {
  category: CustomCategory
  onClose: () => void
}) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const name = inEveryLanguage(category.name)[language]
  const { fields } = category
  return (
    <DeleteDialog
      title={t('deleteCategory.title', { name })}
      confirm={t('deleteCategory.confirm')}
      done={t('deleteCategory.done', { name })}
      fields={fields}
      hint={fields.length > 0 ? t('deleteCategory.fields', { count: fields.length }) : undefined}
      send={() => call(deleteCustomCategory, { params: { id: category.id } })}
      onClose={onClose}
    />
  )
}

interface DeleteDialogProps {
  title: string
  confirm: string
  done: string
  fields: readonly CustomField[]
  hint?: string | undefined
  send: () => Promise<{ changeSet: number }>
  onClose: () => void
}

function DeleteDialog({ title, confirm, done, fields, hint, send, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const counts = useQueries({
    queries: fields.map(({ id }) => queryOf(countCustomValues, { params: { id } })),
  })
  const tellWithUndo = useNoticeWithUndo()
  const deleting = useSaving(send, {
    told: ({ changeSet }) => {
      tellWithUndo(done, changeSet)
      onClose()
    },
  })
  const isCounted = counts.every(({ data }) => data !== undefined)
  const count = counts.reduce((sum, { data }) => sum + (data?.values ?? 0), 0)
  return (
    <Dialog title={title} onClose={onClose} isBusy={deleting.isPending}>
      <SettingsForm
        submitLabel={confirm}
        isDangerous
        isPending={deleting.isPending}
        error={deleting.error}
        onSubmit={() => deleting.mutate(undefined)}
        onClose={onClose}
      >
        {hint !== undefined && <Text>{hint}</Text>}
        <Text aria-live="polite">
          {isCounted ? t('valuesGo', { count, number: formatCount(count, language) }) : t('counting')}
        </Text>
        <Text c="dimmed" size="sm">
          {t('canBeUndone')}
        </Text>
      </SettingsForm>
    </Dialog>
  )
}
