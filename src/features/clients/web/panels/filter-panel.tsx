import { Button, Drawer, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countClients, type DescribedField } from '#features/clients/clients-api.ts'
import { type Filter, MAX_FILTER_CONDITIONS } from '#kernel/filters/filter.ts'
import { filterSentence } from '#kernel/filters/filter-sentence.ts'
import { isEmptyFilter } from '#kernel/filters/normal-form.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { useConditionProblem } from './condition-problem.ts'
import {
  type Draft,
  type DraftCondition,
  type DraftGroup,
  draftConditions,
  draftOf,
  filterOf,
  newDraftCondition,
  withChange,
} from './filter-draft.ts'
import classes from './filter-panel.module.css'
import { focusFirstProblem } from './focus-first-problem.ts'
import { GroupEditor } from './group-editor.tsx'
import { onEscape } from './keys.ts'

export interface FilterPanelProps {
  opened: boolean
  fields: ReadonlyMap<string, DescribedField>
  filter: Filter
  /** Where the clients are counted; without it, in every portfolio that the user may read. */
  portfolioId?: number | undefined
  onApply(filter: Filter): void
  onClose(): void
}

/** The *Entonnoir* (F23): conditions on any field, in groups within groups, told in words as they are written. */
export function FilterPanel({ opened, onClose, ...props }: FilterPanelProps) {
  const { t } = useTranslation('panels')
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      title={t('filterPanel.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      // Escape closes an open list or calendar first.
      closeOnEscape={false}
      onKeyDown={onEscape(onClose)}
      classNames={{
        content: classes.content ?? '',
        body: classes.drawerBody ?? '',
        title: classes.title ?? '',
      }}
      // Its header element would count as a second banner of the page.
      attributes={{ header: { role: 'none' } }}
    >
      <FilterPanelForm {...props} onClose={onClose} />
    </Drawer>
  )
}

function FilterPanelForm({
  fields,
  filter,
  portfolioId,
  onApply,
  onClose,
}: Omit<FilterPanelProps, 'opened'>) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [draft, setDraft] = useState(() => startingDraft(filter))
  const [complains, setComplains] = useState(false)
  const problemOf = useConditionProblem(fields)
  const conditions = draftConditions(draft)
  const tooMany = conditions.length > MAX_FILTER_CONDITIONS
  const isFinished = (condition: DraftCondition) => problemOf(condition) === undefined
  const isFine = !tooMany && conditions.every(isFinished)
  const drafted = filterOf(draft, isFinished)

  const change = (key: number, how: (part: Draft) => Draft | undefined) =>
    setDraft(current => (key === current.key ? (how(current) as DraftGroup) : withChange(current, key, how)))

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isFine) {
      setComplains(true)
      return focusFirstProblem(event.currentTarget)
    }
    onApply(drafted)
    onClose()
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.parts}>
        <Text size="sm" mb={6}>
          {t('filterPanel.keepClients')}
        </Text>
        <GroupEditor
          group={draft}
          level={1}
          fields={fields}
          onChange={change}
          problemOf={condition => (complains ? problemOf(condition) : undefined)}
        />
      </div>
      <div className={classes.foot}>
        <Text size="sm" className={classes.sentence ?? ''}>
          {isEmptyFilter(drafted) ? t('filterPanel.everyClient') : filterSentence(drafted, fields, language)}
        </Text>
        {!isFine && (
          <Text size="xs" c={complains ? 'red' : 'dimmed'} mt={4} aria-live="polite">
            {tooMany
              ? t('filterPanel.tooMany', { count: MAX_FILTER_CONDITIONS })
              : t('filterPanel.unfinished')}
          </Text>
        )}
        <Group justify="space-between" mt="sm">
          <Button variant="default" onClick={() => setDraft(startingDraft({ all: [] }))}>
            {t('filterPanel.clear')}
          </Button>
          <Group gap="sm">
            {isFine ? <MatchCount filter={drafted} portfolioId={portfolioId} /> : null}
            <Button type="submit">{t('apply')}</Button>
          </Group>
        </Group>
      </div>
    </form>
  )
}

/** The filter that is on; an empty one starts with a condition to fill in. */
function startingDraft(filter: Filter): DraftGroup {
  const draft = draftOf(filter)
  return draft.parts.length > 0 ? draft : { ...draft, parts: [newDraftCondition()] }
}

/** How many clients the filter would keep, asked a moment after the last change. */
function MatchCount({ filter, portfolioId }: { filter: Filter; portfolioId: number | undefined }) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [settled] = useDebouncedValue(JSON.stringify(filter), 300)
  const { data } = useQuery(
    queryOf(countClients, { body: { portfolioId, filters: [JSON.parse(settled) as Filter] } }),
  )
  const count = data?.counts[0]
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {count === undefined ? '' : t('filterPanel.matches', { count, shown: formatCount(count, language) })}
    </Text>
  )
}
