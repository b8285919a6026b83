import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { Language } from '#kernel/language.ts'
import { Dialog } from '#ui/dialog.tsx'
import { NAME_FIELD } from '../arrange-columns.ts'
import { cellText } from '../cells/client-cell.ts'
import type { CellDraft } from './cell-drafts.ts'
import classes from './conflict-dialog.module.css'

/** A cell that somebody else changed while this user did. */
export interface FoundChanged {
  draft: CellDraft
  mine: FieldValue
  /** As it is now. */
  row: ClientRow
  theirs: FieldValue
}

interface ConflictProps {
  found: FoundChanged
  field: DescribedField | undefined
  language: Language
  onKeepTheirs: () => void
  /** Leaves the choice open. */
  onLater: () => void
  onReplace: () => void
}

/** Both values, and the choice between them. */
export function Conflict({ found, field, language, onKeepTheirs, onLater, onReplace }: ConflictProps) {
  const { t } = useTranslation('editing')
  const theirs = (field && cellText(field, found.row, language)) || t('noValue')
  return (
    <Dialog title={t('conflict.title')} onClose={onLater}>
      <p>{t('conflict.told', { field: field?.label, name: found.row.values[NAME_FIELD] })}</p>
      <dl className={classes.values}>
        <dt>{t('conflict.theirs')}</dt>
        <dd>{theirs}</dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>{found.draft.typed || t('noValue')}</dd>
      </dl>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onKeepTheirs} data-autofocus>
          {t('conflict.keepTheirs')}
        </Button>
        <Button onClick={onReplace}>{t('conflict.replace')}</Button>
      </Group>
    </Dialog>
  )
}
