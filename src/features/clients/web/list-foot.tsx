import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Filter, isCondition } from '#kernel/filters/filter.ts'
import { conditionSentence, filterSentence } from '#kernel/filters/filter-sentence.ts'
import { vanishedParts } from '#kernel/filters/vanished.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from './arrange-columns.ts'
import { partsOf, withoutPart } from './filter-parts.ts'
import classes from './list-foot.module.css'
import { useCountedText } from './use-counted-text.ts'

export interface ListFootProps {
  /** Absent while nothing is known. */
  numbers: { matched: number; total: number } | undefined
  selected: number
  filter: Filter
  search: string
  fields: FieldsById
  onFilter: (filter: Filter) => void
  onClearSearch: () => void
}

/** What is in the list and why (F07): matching over all, how many are selected, and each condition that is on. */
export function ListFoot({
  numbers,
  selected,
  filter,
  search,
  fields,
  onFilter,
  onClearSearch,
}: ListFootProps) {
  const { t } = useTranslation('clients')
  const countedText = useCountedText()
  const language = useLanguage()
  const count = (number: number) => formatCount(number, language)
  return (
    <footer className={classes.foot}>
      <span className={classes.numbers}>
        <strong role="status" className={classes.fraction}>
          {numbers && `${count(numbers.matched)} / ${count(numbers.total)}`}
        </strong>{' '}
        {numbers && t('foot.clients')}
        {selected > 0 && ` · ${countedText('foot.selected', selected)}`}
      </span>
      <ul className={classes.pills} aria-label={t('foot.conditions')}>
        {search !== '' && <Pill text={t('foot.search', { text: search })} onLift={onClearSearch} />}
        {partsOf(filter).map(part => (
          <Pill
            key={JSON.stringify(part)}
            text={
              isCondition(part)
                ? conditionSentence(part, fields, language)
                : filterSentence(part, fields, language)
            }
            isVanished={vanishedParts(part, fields).length > 0}
            onLift={() => onFilter(withoutPart(filter, part))}
          />
        ))}
      </ul>
    </footer>
  )
}

function Pill({ text, isVanished, onLift }: { text: string; isVanished?: boolean; onLift: () => void }) {
  const { t } = useTranslation('clients')
  return (
    <li
      className={classes.pill}
      data-vanished={isVanished || undefined}
      title={isVanished ? t('foot.vanished') : text}
    >
      <span className={classes.text}>{text}</span>
      <button
        type="button"
        className={classes.lift}
        aria-label={t('foot.lift', { condition: text })}
        onClick={onLift}
      >
        <IconX size={13} aria-hidden />
      </button>
    </li>
  )
}
