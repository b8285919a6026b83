import { Button, Loader } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanAnswer } from '#features/change-sets/change-sets-api.ts'
import { listFields } from '#features/clients/clients-api.ts'
import type { Progress } from '#kernel/progress.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { ApplyingProgress } from '../editing/applying-progress.tsx'
import { ChangePreview } from '../editing/change-preview.tsx'
import type { CellEditing } from '../editing/editability.ts'
import type { VisitChanges } from '../editing/visit-changes.ts'
import { countTouched, EMPTY_DRAFT, editsOf, incompleteFields } from './bulk-draft.ts'
import classes from './bulk-edit.module.css'
import { BulkEditForm } from './bulk-edit-form.tsx'
import { DiscardQuestion } from './discard-question.tsx'
import { editSections } from './edit-sections.ts'

interface BulkEditDialogProps {
  ids: readonly number[]
  fields: FieldsById
  editing: CellEditing
  changes: VisitChanges
  onClose: () => void
}

/** *Editer*: what is to become of the selected clients, then what that would do, and only then it is done. */
export function BulkEditDialog({ ids, fields, editing, changes, onClose }: BulkEditDialogProps) {
  const { t } = useTranslation(['bulkEdit', 'editing', 'ui'])
  const language = useLanguage()
  const queries = useQueryClient()
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [plan, setPlan] = useState<PlanAnswer>()
  const [work, setWork] = useState<'planning' | 'applying'>()
  const [progress, setProgress] = useState<Progress>()
  const [failure, setFailure] = useState<string>()
  const [isAsked, setIsAsked] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const touched = countTouched(draft)
  const counted = (key: 'title' | 'summary', count: number) =>
    t(key, { count, number: formatCount(count, language) })

  const attempt = async (kind: 'planning' | 'applying', doIt: () => Promise<unknown>) => {
    setWork(kind)
    setFailure(undefined)
    try {
      await doIt()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setWork(undefined)
    }
  }
  const check = () => {
    setIsAsked(true)
    if (incompleteFields(draft).length > 0) return
    void attempt('planning', async () =>
      setPlan(
        await changes.plan({ selection: { ids: [...ids] }, edits: editsOf(draft), origin: 'bulkEdit' }),
      ),
    )
  }
  const apply = (planned: PlanAnswer) =>
    void attempt('applying', async () => {
      setProgress(undefined)
      await changes.apply(planned.id, { ids, onProgress: setProgress })
      onClose()
    })
  const leave = () => {
    if (work === 'applying') return
    if (touched > 0) setIsLeaving(true)
    else onClose()
  }
  const changing = plan?.counts.change ?? 0
  const { button, isReady } = useNextButton(work === undefined, plan)
  return (
    <Dialog
      onClose={leave}
      size={800}
      centered={!isNarrow}
      fullScreen={isNarrow}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
      title={
        <span className={classes.title}>
          {counted('title', ids.length)}
          <ol className={classes.steps} aria-label={t('steps.label')}>
            <li aria-current={plan ? undefined : 'step'}>{t('steps.edit')}</li>
            <li aria-hidden>→</li>
            <li aria-current={plan ? 'step' : undefined}>{t('steps.check')}</li>
          </ol>
        </span>
      }
    >
      {plan ? (
        <div className={classes.check}>
          <ChangePreview plan={plan} fields={fields} />
        </div>
      ) : (
        <BulkEditForm
          ids={ids}
          sections={editSections(fields, editing, t('labels'))}
          fields={fields}
          draft={draft}
          incomplete={isAsked ? incompleteFields(draft) : []}
          editing={editing}
          onChange={setDraft}
          onLabelCreated={() => queries.invalidateQueries({ queryKey: [listFields.path] })}
        />
      )}
      <footer className={classes.foot}>
        <span role={failure ? 'alert' : undefined} data-failed={failure !== undefined || undefined}>
          {failure ??
            (work
              ? t(work)
              : plan
                ? t('undoable')
                : touched === 0
                  ? t('summaryNone')
                  : counted('summary', touched))}
        </span>
        {work === 'applying' && <ApplyingProgress progress={progress} />}
        {work && <Loader size="xs" aria-hidden />}
        {plan ? (
          <Fragment key="check">
            <Button variant="default" disabled={work !== undefined} onClick={() => setPlan(undefined)}>
              ← {t('back')}
            </Button>
            <Button
              ref={button}
              disabled={changing === 0 || work !== undefined || !isReady}
              onClick={() => apply(plan)}
            >
              {changing === 0
                ? t('editing:preview.nothing')
                : t('editing:preview.apply', { count: changing, number: formatCount(changing, language) })}
            </Button>
          </Fragment>
        ) : (
          <Fragment key="edit">
            <Button variant="default" onClick={leave}>
              {t('close', { ns: 'ui' })}
            </Button>
            <Button ref={button} disabled={touched === 0 || work !== undefined} onClick={check}>
              {t('check')} →
            </Button>
          </Fragment>
        )}
      </footer>
      {isLeaving && <DiscardQuestion onDiscard={onClose} onKeep={() => setIsLeaving(false)} />}
    </Dialog>
  )
}

/** For so long a button that took the place of another is not pressed: that may be the end of a double click. */
const PAUSE_MS = 400

/** The button that leads on from here: after each work it has the focus, once it can be pressed. */
function useNextButton(isIdle: boolean, plan: PlanAnswer | undefined) {
  const button = useRef<HTMLButtonElement>(null)
  const [readyFor, setReadyFor] = useState<PlanAnswer>()
  useEffect(() => {
    if (!plan) return
    const timer = setTimeout(() => setReadyFor(plan), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [plan])
  const isReady = readyFor === plan
  const hasWorked = useRef(false)
  useEffect(() => {
    if (!isIdle) hasWorked.current = true
    if (isIdle && isReady && hasWorked.current) button.current?.focus()
  }, [isIdle, isReady])
  return { button, isReady }
}
