import { Button, Group, Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlanAnswer, readValues } from '#features/change-sets/change-sets-api.ts'
import { countClients, queryClients } from '#features/clients/clients-api.ts'
import type { Progress } from '#kernel/progress.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Failure } from '#ui/failure.tsx'
import { formatCount } from '#ui/format.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { ApplyingProgress } from '../editing/applying-progress.tsx'
import { ChangePreview } from '../editing/change-preview.tsx'
import type { VisitChanges } from '../editing/visit-changes.ts'
import classes from './delete-dialog.module.css'

interface DeleteDialogProps {
  ids: readonly number[]
  /** The names of the first of them, as far as they are known. */
  names: readonly string[]
  fields: FieldsById
  changes: VisitChanges
  /** The clients are in the bin. */
  onDeleted: () => void
  onClose: () => void
}

/** Asks before clients go to the bin: how many, which, what hangs on them, and which of them stay and why (F29). */
export function DeleteDialog({ ids, names, fields, changes, onDeleted, onClose }: DeleteDialogProps) {
  const { t } = useTranslation(['bulkEdit', 'editing'])
  const counted = useCounted()
  const queries = useQueryClient()
  const { plan, failure, retry } = useDeletionPlan(ids, changes)
  const [isApplying, setIsApplying] = useState(false)
  const [progress, setProgress] = useState<Progress>()
  const [refusal, setRefusal] = useState<string>()
  const { change = 0, refused = 0 } = plan?.counts ?? {}
  const apply = async (planned: PlanAnswer) => {
    setIsApplying(true)
    setRefusal(undefined)
    setProgress(undefined)
    try {
      await changes.apply(planned.id, {
        ids,
        onProgress: setProgress,
        onTaken: () => void queries.invalidateQueries({ queryKey: [queryClients.path] }),
        told: count => counted('done', count),
      })
      onDeleted()
      onClose()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
      setIsApplying(false)
    }
  }
  return (
    <Dialog size={560} title={counted('title', ids.length)} isBusy={isApplying} onClose={onClose}>
      <p className={classes.names}>
        {names.join(', ')}
        {ids.length > names.length && ` ${counted('more', ids.length - names.length)}`}
      </p>
      <p>{t('deleting.hint')}</p>
      <Hanging ids={ids} />
      {failure && <Failure message={failure} onRetry={retry} />}
      {!plan && !failure && <Loader size="sm" aria-label={t('planning')} />}
      {plan && refused > 0 && (
        <>
          <p>{change === 0 ? t('deleting.nothing') : counted('refused', refused)}</p>
          <ChangePreview plan={plan} fields={fields} showsRefused />
        </>
      )}
      {refusal !== undefined && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        {isApplying && <ApplyingProgress progress={progress} />}
        <Button variant="default" onClick={onClose} disabled={isApplying} data-autofocus>
          {t('editing:cancel')}
        </Button>
        <Button
          color="red"
          disabled={change === 0}
          loading={isApplying}
          onClick={() => plan && void apply(plan)}
        >
          {counted('confirm', plan ? change : ids.length)}
        </Button>
      </Group>
    </Dialog>
  )
}

function useCounted() {
  const { t } = useTranslation('bulkEdit')
  const language = useLanguage()
  return (
    key: 'title' | 'more' | 'portals' | 'billed' | 'billedAtLeast' | 'refused' | 'confirm' | 'done',
    count: number,
  ) => t(`deleting.${key}`, { count, number: formatCount(count, language) })
}

/** What becomes of the clients is worked out first: that tells which of them stay. */
function useDeletionPlan(ids: readonly number[], changes: VisitChanges) {
  const latest = useLatest({ ids, changes })
  const [plan, setPlan] = useState<PlanAnswer>()
  const [failure, setFailure] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: planned anew at each attempt
  useEffect(() => {
    let isCurrent = true
    setFailure(undefined)
    latest.current.changes
      .plan({
        selection: { ids: [...latest.current.ids] },
        edits: [{ field: 'client.inBin', verb: 'set', value: true }],
      })
      .then(
        answer => isCurrent && setPlan(answer),
        (error: Error) => isCurrent && setFailure(error.message),
      )
    return () => {
      isCurrent = false
    }
  }, [attempt, latest])
  return { plan, failure, retry: () => setAttempt(attempt + 1) }
}

/** More ids than a condition takes. */
const MOST_ASKED = 10_000

/** What depends on the clients; unbilled time and open tasks join when there are any. */
function Hanging({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation('bulkEdit')
  const counted = useCounted()
  const these = ids.slice(0, MOST_ASKED)
  const { data } = useQuery({
    ...queryOf(countClients, {
      body: {
        filters: [{ all: [{ field: 'billing.billedTo', op: 'in', value: these }] }],
      },
    }),
    gcTime: 0,
  })
  const { data: held } = useQuery({
    ...queryOf(readValues, { body: { ids: [...ids], fields: ['portal.state'] } }),
    gcTime: 0,
  })
  const [billed = 0] = data?.counts ?? []
  const portals = held?.fields[0]?.values.find(({ value }) => value === 'active')?.count ?? 0
  if (billed === 0 && portals === 0) return null
  return (
    <>
      <p>{t('deleting.hangs')}</p>
      <ul className={classes.hanging}>
        {portals > 0 && <li>{counted('portals', portals)}</li>}
        {billed > 0 && <li>{counted(ids.length > MOST_ASKED ? 'billedAtLeast' : 'billed', billed)}</li>}
      </ul>
    </>
  )
}
