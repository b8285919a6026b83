import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineOutcome } from '#features/change-sets/change-set.ts'
import { listRefusals, type PlanAnswer } from '#features/change-sets/change-sets-api.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import type { FieldsById } from '../arrange-columns.ts'
import classes from './change-preview.module.css'
import { useReasonWords } from './line-words.ts'
import { PreviewedLines } from './previewed-lines.tsx'

interface ChangePreviewProps {
  plan: Pick<PlanAnswer, 'id' | 'counts'>
  fields: FieldsById
  /** It is done, and told as such. */
  isDone?: boolean
  /** The clients of the set come with it. */
  isCreation?: boolean
  /** Only what is refused is of interest. */
  showsRefused?: boolean
}

/** What a set does to each cell: who, which field, before → after, and what is refused for which reason (N02). */
export function ChangePreview(props: ChangePreviewProps) {
  const { plan, fields, isDone = false, isCreation = false, showsRefused = false } = props
  const { id, counts } = plan
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const { data } = useQuery(queryOf(listRefusals, { params: { id } }))
  const refusals = data?.refusals ?? []
  const refusedCells = refusals.reduce((sum, { lines }) => sum + lines, 0)
  const startsRefused = showsRefused || (counts.change === 0 && counts.refused > 0)
  const [outcome, setOutcome] = useState<LineOutcome>(startsRefused ? 'refused' : 'change')
  const [reason, setReason] = useState<number>()
  const counted = (key: 'change' | 'unchanged' | 'refused' | 'refusedValues', count: number) =>
    t(`${isDone ? 'done' : 'preview'}.${key}`, { count, number: formatCount(count, language) })
  const chips: { outcome: LineOutcome; count: number; label: string }[] = [
    { outcome: 'change', count: counts.change, label: counted('change', counts.change) },
    { outcome: 'unchanged', count: counts.unchanged, label: counted('unchanged', counts.unchanged) },
    // A client of which only some values are refused is one that changes: then values are counted.
    counts.refused > 0
      ? { outcome: 'refused', count: counts.refused, label: counted('refused', counts.refused) }
      : { outcome: 'refused', count: refusedCells, label: counted('refusedValues', refusedCells) },
  ]
  // What is done needs no assurance that nothing is refused.
  const isOffered = (chip: { outcome: LineOutcome; count: number }) =>
    showsRefused ? chip.outcome === 'refused' : !isDone || chip.count > 0 || chip.outcome === outcome
  const chosen = reason === undefined ? undefined : refusals[reason]
  const filter = outcome === 'refused' && chosen ? { reason: chosen.reason, problem: chosen.problem } : {}
  return (
    <div className={classes.preview} data-done={isDone || undefined}>
      <fieldset className={classes.chips} aria-label={t('preview.outcome')}>
        {chips.filter(isOffered).map(chip => (
          <button
            key={chip.outcome}
            type="button"
            className={classes.chip}
            data-outcome={chip.outcome}
            aria-pressed={outcome === chip.outcome}
            disabled={chip.count === 0 && outcome !== chip.outcome}
            onClick={() => setOutcome(chip.outcome)}
          >
            {chip.label}
          </button>
        ))}
      </fieldset>
      {outcome === 'refused' && refusals.length > 1 && (
        <Reasons refusals={refusals} chosen={reason} onChoose={setReason} />
      )}
      <PreviewedLines
        key={`${outcome} ${reason}`}
        setId={id}
        outcome={outcome}
        {...filter}
        fields={fields}
        isCreation={isCreation}
      />
    </div>
  )
}

interface ReasonsProps {
  refusals: readonly Parameters<ReturnType<typeof useReasonWords>>[0][]
  chosen: number | undefined
  onChoose: (reason: number | undefined) => void
}

/** The refused lines by their reason; one at a time, or all. */
function Reasons({ refusals, chosen, onChoose }: ReasonsProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const inWords = useReasonWords()
  return (
    <fieldset className={classes.reasons} aria-label={t('preview.reasons')}>
      <button
        type="button"
        className={classes.reason}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {t('preview.everyReason')}
      </button>
      {refusals.map((refusal, place) => (
        <button
          key={`${refusal.reason} ${refusal.problem}`}
          type="button"
          className={classes.reason}
          aria-pressed={chosen === place}
          onClick={() => onChoose(place)}
        >
          {inWords(refusal)} · {formatCount(refusal.lines, language)}
        </button>
      ))}
    </fieldset>
  )
}
