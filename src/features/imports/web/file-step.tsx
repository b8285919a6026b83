import { Loader, Text, VisuallyHidden } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { MAX_FILE_BYTES, MAX_ROWS } from '../import-limits.ts'
import classes from './import-dialog.module.css'
import type { ImportSteps } from './import-flow.ts'

/** A file is dropped or chosen, and read at once. */
export function FileStep({ steps }: { steps: ImportSteps }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const [isOver, setIsOver] = useState(false)
  const [fileName, setFileName] = useState('')

  const read = (files: FileList | null) => {
    const file = files?.[0]
    if (!file || steps.busy) return
    setFileName(file.name)
    void steps.readFile(file)
  }
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(over)
  }

  return (
    <label
      className={classes.drop}
      data-over={isOver || undefined}
      data-busy={steps.busy || undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={event => {
        drag(false)(event)
        read(event.dataTransfer.files)
      }}
    >
      {steps.busy ? (
        <Loader size="md" />
      ) : (
        <IconFileSpreadsheet size={40} stroke={1.4} className={classes.dropIcon} aria-hidden />
      )}
      <span className={classes.dropTitle} aria-live="polite">
        {steps.busy ? t('file.reading', { name: fileName }) : t('file.drop')}
      </span>
      <span>{t('file.choose')}</span>
      <Text size="xs" c="dimmed">
        {t('file.accepted', {
          megabytes: MAX_FILE_BYTES / 1_000_000,
          rows: formatCount(MAX_ROWS, language),
        })}
      </Text>
      <Text size="xs" c="dimmed" maw="34rem" mt="xs">
        {t('file.hint')}
      </Text>
      <VisuallyHidden>
        <input
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          data-autofocus
          disabled={steps.busy}
          onChange={event => {
            read(event.currentTarget.files)
            // Choosing the same file again, once it is corrected, is a change as well.
            event.currentTarget.value = ''
          }}
        />
      </VisuallyHidden>
    </label>
  )
}
