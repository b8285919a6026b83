import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { ROW_OUTCOMES, type RowOutcome } from '../check-rows.ts'
import type { Import } from '../imports-api.ts'
import classes from './import-dialog.module.css'
import type { ImportSteps } from './import-flow.ts'
import { ReportedRows } from './reported-rows.tsx'

/** What would become of every row, before anything is written. */
export function CheckStep({ steps, onImported }: { steps: ImportSteps; onImported: () => void }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const [shown, setShown] = useState<RowOutcome | 'all'>('all')
  const { current, acceptWarnings } = steps.flow
  if (!current?.counts) return null
  const { counts } = current
  const clients = counts.accepted + (acceptWarnings ? counts.warned : 0)

  return (
    <Stack gap="md">
      <Counts counts={counts} />
      {counts.warned > 0 && (
        <Checkbox
          checked={acceptWarnings}
          onChange={event => steps.setAcceptWarnings(event.currentTarget.checked)}
          label={t('check.accept', { count: counts.warned, rows: formatCount(counts.warned, language) })}
          description={t('check.acceptHint')}
        />
      )}
      <SegmentedControl
        aria-label={t('check.show')}
        value={shown}
        onChange={value => setShown(value as RowOutcome | 'all')}
        data={[
          { value: 'all', label: t('check.all') },
          ...(['refused', 'duplicate', 'warned'] as const).map(value => ({
            value,
            label: t(`check.${value}`),
          })),
        ]}
        className={classes.outcomes}
      />
      <ReportedRows flow={steps.flow} outcomes={shown === 'all' ? undefined : [shown]} />
      <Group justify="space-between">
        <Button variant="default" onClick={() => steps.goTo('columns')}>
          {t('back')}
        </Button>
        <Button onClick={() => void steps.apply(onImported)} loading={steps.busy} disabled={clients === 0}>
          {t('check.import', { count: clients, clients: formatCount(clients, language) })}
        </Button>
      </Group>
    </Stack>
  )
}

function Counts({ counts }: { counts: NonNullable<Import['counts']> }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return (
    <div>
      <dl className={classes.counts}>
        {ROW_OUTCOMES.map(outcome => (
          <div key={outcome} className={classes.count} data-outcome={outcome}>
            <dt>{t(`check.${outcome}`)}</dt>
            <dd>{formatCount(counts[outcome], language)}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {t('check.rows', { count: counts.rows, rows: formatCount(counts.rows, language) })}
      </Text>
    </div>
  )
}
