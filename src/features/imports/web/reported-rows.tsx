import { Badge, Button, Group, Loader, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import { Failure } from '#ui/failure.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { RowOutcome } from '../check-rows.ts'
import { type ImportRow, listImportRows } from '../imports-api.ts'
import { DownloadRefused } from './download-refused.tsx'
import classes from './import-dialog.module.css'
import type { ImportFlow } from './import-flow.ts'

const ROWS_PER_PAGE = 100

const COLORS: Readonly<Record<RowOutcome, string>> = {
  accepted: 'green',
  warned: 'yellow',
  refused: 'red',
  duplicate: 'grape',
}

interface ReportedRowsProps {
  flow: ImportFlow
  /** Every outcome when left out. */
  outcomes: readonly RowOutcome[] | undefined
}

/** The rows about which there is something to tell, each with all its reasons. */
export function ReportedRows({ flow, outcomes }: ReportedRowsProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const { rows, total, query } = useReportedRows(flow, outcomes)
  if (query.isError) return <Failure message={query.error.message} onRetry={() => void query.refetch()} />
  if (query.isPending) return <Loader size="sm" />
  if (total === 0) return <Text c="dimmed">{t(outcomes ? 'check.nothingHere' : 'check.nothing')}</Text>
  return (
    <>
      <div className={classes.rows}>
        <Table verticalSpacing={6} striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('check.row')}</Table.Th>
              <Table.Th>{t('check.client')}</Table.Th>
              <Table.Th>{t('check.outcome')}</Table.Th>
              <Table.Th>{t('check.reasons')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(row => (
              <ReportedRow key={row.row} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between">
        {query.hasNextPage ? (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('check.more', {
              shown: formatCount(rows.length, language),
              total: formatCount(total, language),
            })}
          </Button>
        ) : (
          <span />
        )}
        <DownloadRefused flow={flow} />
      </Group>
    </>
  )
}

function useReportedRows({ current, checks }: ImportFlow, outcomes: readonly RowOutcome[] | undefined) {
  const query = useInfiniteQuery({
    queryKey: [listImportRows.path, current?.id, checks, outcomes],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(listImportRows, {
        params: { id: current?.id ?? 0 },
        body: { offset: pageParam, limit: ROWS_PER_PAGE, ...(outcomes && { outcomes: [...outcomes] }) },
        signal,
      }),
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((count, page) => count + page.rows.length, 0)
      return read < last.total ? read : undefined
    },
  })
  const pages = query.data?.pages ?? []
  return { query, rows: pages.flatMap(page => page.rows), total: pages[0]?.total ?? 0 }
}

function ReportedRow({ row: { row, name, outcome, notes } }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  return (
    <Table.Tr>
      <Table.Td className={classes.letters}>{row}</Table.Td>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <Badge color={COLORS[outcome]} variant="light" tt="none" miw="max-content">
          {t(`check.outcomes.${outcome}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {notes.map(({ column, field, value, message, reason }) => (
          <div key={`${column?.letters} ${field} ${reason} ${message}`}>
            {(column || field) && <strong>{column ? column.name || column.letters : field} </strong>}
            {value && <span className={classes.value}>{value}</span>} {message}
          </div>
        ))}
      </Table.Td>
    </Table.Tr>
  )
}
