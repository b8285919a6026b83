import { Button, Group, Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanAnswer } from '#features/change-sets/change-sets-api.ts'
import type { Progress } from '#kernel/progress.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { ApplyingProgress } from './applying-progress.tsx'
import { ChangePreview } from './change-preview.tsx'
import classes from './preview-dialog.module.css'
import type { OnProgress } from './visit-changes.ts'

interface PreviewDialogProps {
  title: string
  /** Absent while it is worked out. */
  plan: Pick<PlanAnswer, 'id' | 'counts'> | undefined
  /** What is to be said of the change as a whole. */
  notes: readonly string[]
  fields: FieldsById
  /** Throws what keeps it from being applied, which is told here; the dialog stays. */
  onApply: (onProgress: OnProgress) => Promise<unknown>
  onClose: () => void
}

/** Shows what a change would do, before it is done. */
export function PreviewDialog({ title, plan, notes, fields, onApply, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const [isApplying, setIsApplying] = useState(false)
  const [progress, setProgress] = useState<Progress>()
  const [failure, setFailure] = useState<string>()
  const count = plan?.counts.change ?? 0
  const applyButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (count > 0) applyButton.current?.focus()
  }, [count])
  const apply = async () => {
    setIsApplying(true)
    setFailure(undefined)
    setProgress(undefined)
    try {
      await onApply(setProgress)
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : t('failed'))
      setIsApplying(false)
    }
  }
  return (
    <Dialog size={860} title={title} isBusy={isApplying} onClose={onClose}>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {plan ? (
        <ChangePreview plan={plan} fields={fields} />
      ) : (
        <Loader size="sm" aria-label={t('preview.planning')} />
      )}
      {failure !== undefined && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        {isApplying && <ApplyingProgress progress={progress} />}
        <Button
          variant="default"
          onClick={onClose}
          disabled={isApplying}
          data-autofocus={count === 0 || undefined}
        >
          {t('cancel')}
        </Button>
        <Button
          ref={applyButton}
          onClick={() => void apply()}
          disabled={count === 0}
          loading={isApplying}
          data-autofocus={count > 0 || undefined}
        >
          {count === 0
            ? t('preview.nothing')
            : t('preview.apply', { count, number: formatCount(count, language) })}
        </Button>
      </Group>
    </Dialog>
  )
}
