import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Filter, isCondition } from '#kernel/filters/filter.ts'
import { conditionSentence, filterSentence } from '#kernel/filters/filter-sentence.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from './arrange-columns.ts'
import { ListState } from './list-state.tsx'
import { useCountedText } from './use-counted-text.ts'
import { type Lift, useLifts } from './use-lifts.ts'

export interface NoMatchStateProps {
  portfolioId: number | undefined
  filter: Filter
  search: string
  fields: FieldsById
  onFilter: (filter: Filter) => void
  onClearSearch: () => void
  onShowEverything: () => void
}

/** Nobody matches: which one condition to lift, and how many clients there would be then. */
export function NoMatchState({ portfolioId, filter, search, fields, ...props }: NoMatchStateProps) {
  const { t } = useTranslation('clients')
  const countedText = useCountedText()
  const language = useLanguage()
  const lifts = useLifts({ portfolioId, filter, search, fields }).filter(({ found }) => found > 0)
  const nameOf = ({ part }: Lift) => {
    if (part === 'search') return t('foot.search', { text: search })
    return isCondition(part)
      ? conditionSentence(part, fields, language)
      : filterSentence(part, fields, language)
  }
  return (
    <ListState
      icon={IconFilterOff}
      title={t('states.noMatch')}
      hint={lifts.length > 0 ? t('states.noMatchHint') : undefined}
    >
      {lifts.map(lift => (
        <Button
          key={JSON.stringify(lift.part)}
          variant="default"
          aria-label={`${t('foot.lift', { condition: nameOf(lift) })} : ${countedText('states.found', lift.found)}`}
          rightSection={countedText('states.found', lift.found)}
          onClick={() => (lift.part === 'search' ? props.onClearSearch() : props.onFilter(lift.filter))}
        >
          {nameOf(lift)}
        </Button>
      ))}
      <Button onClick={props.onShowEverything}>{t('states.showEverything')}</Button>
    </ListState>
  )
}
