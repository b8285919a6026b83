import { Alert, Button, Group, NumberInput, Select, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listFields } from '#features/clients/clients-api.ts'
import type { ReadablePortfolio } from '#features/portfolios/portfolios-api.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import type { Import, ImportMapping, ImportSheet } from '../imports-api.ts'
import { type MappingProblem, mappingProblems } from './column-mapping.ts'
import { ColumnRow } from './column-row.tsx'
import classes from './import-dialog.module.css'
import type { ImportSteps } from './import-flow.ts'
import { useTargetOptions } from './target-options.ts'

interface ColumnsStepProps {
  steps: ImportSteps
  /** Where this user may add clients. */
  portfolios: readonly ReadablePortfolio[]
}

/** Each column of the file and what it fills: guessed, to be confirmed or changed. */
export function ColumnsStep({ steps, portfolios }: ColumnsStepProps) {
  const { t } = useTranslation('imports')
  const { current, sheet, mapping } = steps.flow
  const options = useTargetOptions()
  if (!current || !sheet || !mapping) return null
  const problems = mappingProblems(mapping)

  return (
    <Stack gap="md">
      <Text>{t('columns.intro', { name: current.fileName })}</Text>
      <Places steps={steps} portfolios={portfolios} current={current} mapping={mapping} />
      <div className={classes.rows}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th aria-label={t('columns.column')} />
              <Table.Th>{t('columns.column')}</Table.Th>
              <Table.Th className={classes.samples}>{t('columns.samples')}</Table.Th>
              <Table.Th>{t('columns.target')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.columns.map(column => (
              <ColumnRow
                key={column.column}
                column={column}
                mapping={mapping}
                options={options}
                onChange={steps.setMapping}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Problems problems={problems} />
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={steps.discard}>
          {t('discard')}
        </Button>
        <Button onClick={steps.check} loading={steps.busy} disabled={problems.length > 0}>
          {t('columns.check')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Where the table stands in the file, and where its clients go. */
function Places({
  steps,
  portfolios,
  current,
  mapping,
}: ColumnsStepProps & { current: Import; mapping: ImportMapping }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const sheetLabel = ({ name, rows }: ImportSheet) =>
    t('columns.sheetRows', { name, count: rows, rows: formatCount(rows, language) })
  return (
    <Group align="flex-start" gap="md">
      {current.sheets.length > 1 && (
        <Select
          label={t('columns.sheet')}
          allowDeselect={false}
          data={current.sheets.map(one => ({ value: String(one.index), label: sheetLabel(one) }))}
          value={String(mapping.sheet)}
          onChange={index => index !== null && steps.chooseSheet(Number(index))}
          w={260}
        />
      )}
      <NumberInput
        label={t('columns.headerRow')}
        description={t('columns.headerRowHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={1}
        max={1_048_576}
        allowDecimal={false}
        value={mapping.headerRow}
        onChange={row =>
          typeof row === 'number' && row >= 1 && row !== mapping.headerRow && steps.chooseHeader(row)
        }
        w={220}
      />
      <Select
        label={t('columns.portfolio')}
        description={t('columns.portfolioHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={t('columns.choosePortfolio')}
        searchable
        data={portfolios.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={mapping.defaultPortfolio === null ? null : String(mapping.defaultPortfolio)}
        onChange={id => steps.setMapping({ ...mapping, defaultPortfolio: id === null ? null : Number(id) })}
        w={300}
      />
    </Group>
  )
}

function Problems({ problems }: { problems: readonly MappingProblem[] }) {
  const { t } = useTranslation('imports')
  const { data } = useQuery(queryOf(listFields))
  if (problems.length === 0) return null
  const tell = (problem: MappingProblem) => {
    if (typeof problem === 'string') return t(`columns.${problem}`)
    const label = data?.fields.find(({ id }) => id === problem.partWithout)?.label
    return t('columns.partWithoutField', { field: label ?? problem.partWithout })
  }
  return (
    <Alert color="yellow" role="status">
      {problems.map(problem => (
        <div key={JSON.stringify(problem)}>{tell(problem)}</div>
      ))}
    </Alert>
  )
}
