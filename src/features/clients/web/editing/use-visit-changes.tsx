import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppliedAnswer, listChangeLines } from '#features/change-sets/change-sets-api.ts'
import { type ClientRow, queryClients } from '#features/clients/clients-api.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import { useLanguage } from '#ui/i18n.ts'
import { showNoticeWithButton } from '#ui/notice-with-button.tsx'
import { tellLeftAlone } from './left-alone.tsx'
import { ListStanding } from './list-standing.ts'
import { useCountsAgain } from './use-counts-again.ts'
import { useFocusBack } from './use-focus-back.ts'
import { type Step, VisitChanges, type VisitedSet, type VisitListeners } from './visit-changes.ts'

export interface VisitChangesControls {
  changes: VisitChanges
  /** Shows that clients have changed, all of them without ids, whoever changed them. */
  showChanged: VisitListeners['onChanged']
  standing: ListStanding
  /** Remembers a set that was applied by another request, and offers to undo it in a notice. */
  note: (set: VisitedSet, ids: readonly number[], message: string) => void
  /** Undoes or redoes the last set of this visit, after asking when it touched several clients. */
  step: (step: Step) => void
  /** The question, while there is one. */
  question: ReactNode
}

/** The changes of this visit, and what the list does at each: rows follow in place, counts are asked again. */
export function useVisitChanges(
  rows: RowStore<ClientRow>,
  grid: RefObject<DataGridHandle | null>,
): VisitChangesControls {
  const queries = useQueryClient()
  const askCounts = useCountsAgain()
  const tell = useTellings()
  const onChanged = (ids: readonly number[] | undefined) => {
    standing.note(ids)
    rows.expire(ids)
    grid.current?.refresh()
    // The list on the screen keeps its order until it is asked something else; others are asked again.
    void queries.invalidateQueries({ queryKey: [queryClients.path], refetchType: 'none' })
    askCounts()
  }
  const undoSet = (id: number) => {
    const told = (undone: AppliedAnswer | undefined) => tell.stepped('undo', id, undone)
    void changes.undoSet(id).then(told, tell.failed)
  }
  const onApplied: VisitListeners['onApplied'] = (answer, seen) => {
    const { id, changed } = answer
    if (changed > 1 || (seen && changed === 1)) {
      const told = seen?.told?.(changed) ?? tell.counted('changed', changed)
      tell.undoable(id, told, () => undoSet(id))
    }
    if (!seen) return
    tell.leftAloneMeanwhile(answer)
    // What the preview showed of each cell may not be what became of it.
    void queries.invalidateQueries({ queryKey: [listChangeLines.path], refetchType: 'none' })
  }
  const note = (set: VisitedSet, ids: readonly number[], message: string) => {
    changes.note(set, ids)
    tell.undoable(set.id, message, () => undoSet(set.id))
  }
  const [standing] = useState(() => new ListStanding())
  const listeners = useLatest({ onChanged, onApplied })
  const [changes] = useState(() => new VisitChanges(() => listeners.current))
  const [asked, setAsked] = useState<{ step: Step; set: VisitedSet }>()

  const take = (step: Step, isMeant: (set: VisitedSet | undefined) => boolean) =>
    void changes
      .take(step, isMeant)
      .then(taken => taken && tell.stepped(step, taken.set.id, taken.answer), tell.failed)
  const step = (step: Step) =>
    take(step, set => {
      if (!set) tell.nothing(step)
      else if (set.clients > 1) setAsked({ step, set })
      return set?.clients === 1
    })
  useStepKeys(step)
  useFocusBack(grid, asked !== undefined)
  const question = asked && (
    <StepQuestion
      {...asked}
      onTake={() => {
        setAsked(undefined)
        take(asked.step, next => next === asked.set)
      }}
      onClose={() => setAsked(undefined)}
    />
  )
  return { changes, standing, showChanged: onChanged, note, step, question }
}

/** What is told of changes, in notices; one of a single cell is seen in its cell. */
function useTellings() {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const counted = (key: 'changed' | 'undone' | 'redone', count: number) =>
    t(key, { count, number: formatCount(count, language) })
  return {
    counted,
    undoable: (setId: number, told: string, onUndo: () => void) => {
      showNoticeWithButton({ id: noticeOf(setId), message: told, button: t('undo'), onPress: onUndo })
    },
    stepped: (step: Step, setId: number | undefined, answer: AppliedAnswer | undefined) => {
      if (!answer) return
      if (setId !== undefined) notifications.hide(noticeOf(setId))
      const key = step === 'undo' ? 'undone' : 'redone'
      if (answer.changed > 1) notifications.show({ message: counted(key, answer.changed) })
      tellLeftAlone(answer, t, language)
    },
    /** What the preview could not show; what it refused was seen there. */
    leftAloneMeanwhile: ({ skipped }: AppliedAnswer) => {
      const since = skipped.filter(({ reason }) => reason === 'changed' || reason === 'deleted')
      tellLeftAlone({ skipped: since, skippedCount: since.length }, t, language)
    },
    nothing: (step: Step) =>
      notifications.show({ message: t(step === 'undo' ? 'nothingToUndo' : 'nothingToRedo') }),
    failed: ({ message }: Error) => notifications.show({ message, color: 'red' }),
  }
}

const noticeOf = (setId: number) => `changed-${setId}`

/** Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y, wherever nobody is typing and nothing stands open over the list. */
function useStepKeys(step: (step: Step) => void): void {
  const latest = useLatest(step)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = stepOf(event)
      if (!asked || event.defaultPrevented || isElsewhere(event.target)) return
      event.preventDefault()
      latest.current(asked)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [latest])
}

function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Step | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined
  const pressed = key.toLowerCase()
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo'
  return pressed === 'y' && !shiftKey ? 'redo' : undefined
}

const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null))

interface StepQuestionProps {
  step: Step
  set: VisitedSet
  onTake: () => void
  onClose: () => void
}

function StepQuestion({ step, set, onTake, onClose }: StepQuestionProps) {
  const { t } = useTranslation('editing')
  const number = formatCount(set.clients, useLanguage())
  return (
    <Dialog title={t(`ask.${step}Title`)} onClose={onClose}>
      <p>{t(`ask.${step}`, { count: set.clients, number })}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('ask.keep')}
        </Button>
        <Button onClick={onTake} data-autofocus>
          {t(step === 'undo' ? 'ask.doUndo' : 'ask.doRedo')}
        </Button>
      </Group>
    </Dialog>
  )
}
