import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import { formatCount } from '#ui/format.ts'
import { GreyableButton } from '#ui/greyable-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { ChangePreview } from '../editing/change-preview.tsx'
import classes from './history.module.css'
import { momentOf, timeOfDay } from './history-moments.ts'
import { settingSentences } from './setting-sentences.ts'

interface HistoryEntryProps {
  set: ChangeSet
  sentence: string
  /** What undoing it is called: what undoes something else is redone. */
  step: 'undo' | 'redo'
  fields: FieldsById
  onUndo: () => void
}

/** One act of changing, in words; it unfolds to what it did to each cell. */
export function HistoryEntry({ set, sentence, step, fields, onUndo }: HistoryEntryProps) {
  const { t } = useTranslation('history')
  const [isOpen, setIsOpen] = useState(false)
  const panel = useId()
  const isUndone = set.state === 'undone'
  return (
    <li className={classes.entry} data-undone={isUndone || undefined}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panel : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronRight size={16} className={classes.chevron} aria-hidden />
          <span className={classes.sentence}>{sentence}</span>
        </button>
        <GreyableButton
          size="compact-sm"
          variant="default"
          reason={useWhyNot(set, step)}
          label={t(step === 'undo' ? 'undo.undoOf' : 'undo.redoOf', { what: sentence })}
          onClick={onUndo}
        >
          {t(step === 'undo' ? 'undo.undo' : 'undo.redo')}
        </GreyableButton>
      </div>
      <Circumstances set={set} step={step} />
      {isOpen && (
        <div id={panel} className={classes.lines}>
          <Lines set={set} fields={fields} />
        </div>
      )}
    </li>
  )
}

/** When, who, from where, and what became of it. */
function Circumstances({ set, step }: Pick<HistoryEntryProps, 'set' | 'step'>) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const moment = momentOf(set)
  const isRedo = set.origin === 'undo' && step === 'undo'
  return (
    <p className={classes.circumstances}>
      <time dateTime={moment}>{timeOfDay(moment, language)}</time>
      <span>{set.user?.name ?? t('nobody')}</span>
      <span>{t(`origins.${isRedo ? 'redo' : set.origin}`)}</span>
      {set.skippedCount > 0 && (
        <span className={classes.leftAlone}>
          {t('leftAlone', { count: set.skippedCount, number: formatCount(set.skippedCount, language) })}
        </span>
      )}
      {set.state === 'undone' && (
        <span className={classes.badge}>{t(step === 'undo' ? 'states.undone' : 'states.redone')}</span>
      )}
    </p>
  )
}

function Lines({ set, fields }: Pick<HistoryEntryProps, 'set' | 'fields'>) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  if (set.origin === 'erasure') return <p className={classes.none}>{t('erasedHint')}</p>
  const settings = settingSentences(set.settings, { t, language })
  const clients = set.counts.change + set.counts.unchanged + set.counts.refused
  const isCreation = set.origin === 'creation' || set.origin === 'import' || set.origin === 'setup'
  return (
    <>
      {settings.length > 0 && (
        <ul className={classes.settings} aria-label={t('settings.list')}>
          {settings.map(setting => (
            <li key={setting}>{setting}</li>
          ))}
        </ul>
      )}
      {clients > 0 && <ChangePreview plan={set} fields={fields} isDone isCreation={isCreation} />}
    </>
  )
}

function useWhyNot({ state, undo }: ChangeSet, step: 'undo' | 'redo'): string | undefined {
  const { t } = useTranslation('history')
  if (state === 'undone') return t(step === 'undo' ? 'cannot.undone' : 'cannot.redone')
  return undo === 'yes' ? undefined : t(`cannot.${undo}`)
}
