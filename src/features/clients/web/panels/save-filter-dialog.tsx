import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import { SaveFilterForm, type SaveFilterFormProps } from './save-filter-form.tsx'

export interface SaveFilterDialogProps extends Omit<SaveFilterFormProps, 'edited'> {
  opened: boolean
  mode: 'create' | 'edit'
  /** The saved filter that is edited. */
  initial?: SavedFilter | undefined
}

/** Saves the filter that is on, or changes name, pictogram and sharing of a saved one (F12–F15). */
export function SaveFilterDialog({ opened, mode, initial, ...props }: SaveFilterDialogProps) {
  const { t } = useTranslation('panels')
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={t(mode === 'create' ? 'saveFilter.createTitle' : 'saveFilter.editTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={400}
    >
      {/* A closed dialog has no content, so that each opening starts from what is there now. */}
      <SaveFilterForm {...props} edited={mode === 'edit' ? initial : undefined} />
    </Modal>
  )
}
