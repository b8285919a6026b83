import { Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import type { RowOutcome } from '../check-rows.ts'
import { type ImportRow, listImportRows } from '../imports-api.ts'
import { targetOf } from './column-mapping.ts'
import type { ImportFlow } from './import-flow.ts'
import { rowsAsCsv } from './refused-rows-csv.ts'

/** Downloads the rows that stay out, to be corrected and imported again; nothing when all come in. */
export function DownloadRefused({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('imports')
  const { current, acceptWarnings } = flow
  const { columns, withoutNumbers } = columnsToDownload(flow)
  const outcomes: RowOutcome[] = ['refused', 'duplicate', ...(acceptWarnings ? [] : (['warned'] as const))]
  const left = outcomes.reduce((count, outcome) => count + (current?.counts?.[outcome] ?? 0), 0)
  const download = useMutation({
    mutationFn: async () => {
      const names = { row: t('check.downloadColumns.row'), reason: t('check.downloadColumns.reason') }
      const rows = await fetchRows(current?.id ?? 0, outcomes)
      saveText(t('check.downloadName'), rowsAsCsv(rows, columns, names))
    },
  })
  if (left === 0) return null
  return (
    <Stack gap={4}>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('check.download')}
      </Button>
      {withoutNumbers && (
        <Text size="xs" c="dimmed">
          {t('check.downloadHint')}
        </Text>
      )}
    </Stack>
  )
}

/** National numbers come masked from the server: in the file, they would be refused where it is imported again. */
function columnsToDownload({ sheet, mapping }: ImportFlow) {
  const all = (sheet?.columns ?? []).map(({ column, name, letters }) => ({ column, name: name || letters }))
  const columns = all.filter(
    ({ column }) => !mapping || targetOf(mapping, column) !== 'identity.nationalNumber',
  )
  return { columns, withoutNumbers: columns.length < all.length }
}

const ROWS_PER_PAGE = 1_000

async function fetchRows(id: number, outcomes: RowOutcome[]): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for (let total = 1; rows.length < total; ) {
    const page = await call(listImportRows, {
      params: { id },
      body: { outcomes, offset: rows.length, limit: ROWS_PER_PAGE },
    })
    if (page.rows.length === 0) break
    rows.push(...page.rows)
    total = page.total
  }
  return rows
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
