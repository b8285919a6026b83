import { useTranslation } from 'react-i18next'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { changeSentence } from './change-sentence.ts'
import { groupByDay } from './day-groups.ts'
import classes from './history.module.css'
import { HistoryEntry } from './history-entry.tsx'
import { dayHeading, momentOf } from './history-moments.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { useUndone } from './use-history.ts'
import { useUndoing } from './use-undoing.ts'

interface HistoryListProps {
  sets: readonly ChangeSet[]
  fields: FieldsById
}

/** Sets by day; one that undoes another is told by what it undoes. */
export function HistoryList({ sets, fields }: HistoryListProps) {
  const { t } = useTranslation('history')
  const { t: editing } = useTranslation('editing')
  const language = useLanguage()
  const undoneBy = useUndone(sets)
  const undoing = useUndoing()
  const now = new Date()
  return (
    <section className={classes.list} aria-label={t('list')}>
      {groupByDay(sets, momentOf).map(({ day, things }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={classes.day}>
            {dayHeading(day, now, language, t)}
          </h2>
          <ul className={classes.entries}>
            {things.map(set => {
              const undone = undoneBy(set)
              const what = changeSentence(set, undone, { t, editing, language, fields })
              // What undoes is undone by doing it again, and so on.
              const isRedo = undone.length > 0 && undone.length % 2 === 0
              const step = set.origin === 'undo' && !isRedo ? 'redo' : 'undo'
              return (
                <HistoryEntry
                  key={set.id}
                  set={set}
                  sentence={what}
                  step={step}
                  fields={fields}
                  onUndo={() => undoing.undo({ set, step, what })}
                />
              )
            })}
          </ul>
        </section>
      ))}
      {undoing.asked && <UndoDialog {...undoing} asked={undoing.asked} />}
    </section>
  )
}
