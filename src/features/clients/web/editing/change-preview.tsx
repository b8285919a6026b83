import { Button, Loader, SegmentedControl, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineOutcome } from '#features/change-sets/change-set.ts'
import { type ChangeLine, listChangeLines, type PlanAnswer } from '#features/change-sets/change-sets-api.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import { call } from '#ui/api-client.ts'
import { Failure } from '#ui/failure.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import classes from './change-preview.module.css'
import { useRefusalWords } from './refusal-words.ts'

interface ChangePreviewProps {
  plan: Pick<PlanAnswer, 'id' | 'counts'>
  fields: FieldsById
}

const OUTCOMES = ['change', 'unchanged', 'refused'] as const satisfies readonly LineOutcome[]

/** What a plan does to each cell: who, which field, before → after, and why some are refused (N02). */
export function ChangePreview({ plan, fields }: ChangePreviewProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const { counts } = plan
  const [outcome, setOutcome] = useState<LineOutcome>(
    counts.change > 0 || counts.refused === 0 ? 'change' : 'refused',
  )
  const { query, lines } = useLines(plan.id, outcome)
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('preview.outcome')}
        value={outcome}
        onChange={next => setOutcome(next as LineOutcome)}
        data={OUTCOMES.map(value => ({
          value,
          label: t(`preview.${value}`, {
            count: counts[value],
            number: formatCount(counts[value], language),
          }),
        }))}
      />
      {query.isError && <Failure message={query.error.message} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loader size="sm" />}
      {query.isSuccess && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
        <section className={classes.lines} tabIndex={0} aria-label={t('preview.lines')}>
          {lines.length === 0 ? (
            <p className={classes.none}>{t('preview.none')}</p>
          ) : (
            <Table verticalSpacing={5} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('preview.client')}</Table.Th>
                  <Table.Th>{t('preview.field')}</Table.Th>
                  <Table.Th>{t('preview.before')}</Table.Th>
                  <Table.Th>{t('preview.after')}</Table.Th>
                  {outcome === 'refused' && <Table.Th>{t('preview.reason')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map(line => (
                  <PreviewedLine key={`${line.client.id} ${line.field}`} line={line} fields={fields} />
                ))}
              </Table.Tbody>
            </Table>
          )}
          {query.hasNextPage && (
            <Button
              variant="default"
              m="xs"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('preview.more')}
            </Button>
          )}
        </section>
      )}
    </>
  )
}

function useLines(setId: number, outcome: LineOutcome) {
  const query = useInfiniteQuery({
    queryKey: [listChangeLines.path, setId, outcome],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      call(listChangeLines, { params: { id: setId, outcome, page: pageParam }, signal }),
    getNextPageParam: ({ page, pages }) => (page < pages ? page + 1 : undefined),
  })
  return { query, lines: query.data?.pages.flatMap(({ lines }) => lines) ?? [] }
}

function PreviewedLine({ line, fields }: { line: ChangeLine; fields: FieldsById }) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const inWords = useRefusalWords()
  const field = fields.get(line.field)
  const shown = (value: ChangeLine['before'], name: string | undefined) => {
    if (name !== undefined) return name
    if (isMissing(value)) return <span className={classes.nothing}>{t('noValue')}</span>
    return (field && meaningOf(field.kind).format(value, field, language)) || String(value)
  }
  return (
    <Table.Tr>
      <Table.Td>{line.client.name ?? t('preview.unknownClient')}</Table.Td>
      <Table.Td>{field?.label ?? line.field}</Table.Td>
      <Table.Td>{shown(line.before, line.beforeName)}</Table.Td>
      <Table.Td>{shown(line.after, line.afterName)}</Table.Td>
      {line.reason !== undefined && (
        <Table.Td className={classes.reason}>
          {inWords({
            reason: line.reason,
            ...(line.problem !== undefined && { problem: line.problem }),
            ...(line.holder && { holder: line.holder.name }),
            ...(line.portfolio !== undefined && { portfolio: line.portfolio }),
          })}
        </Table.Td>
      )}
    </Table.Tr>
  )
}
