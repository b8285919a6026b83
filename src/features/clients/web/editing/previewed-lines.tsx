import { Loader } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineOutcome } from '#features/change-sets/change-set.ts'
import { type ChangeLine, LINES_PER_PAGE, listChangeLines } from '#features/change-sets/change-sets-api.ts'
import type { RefusalReason } from '#features/change-sets/refusals.ts'
import { Failure } from '#ui/failure.tsx'
import { queryOf } from '#ui/queries.ts'
import type { FieldsById } from '../arrange-columns.ts'
import classes from './change-preview.module.css'
import { PreviewedLine } from './previewed-line.tsx'

interface LinesProps {
  setId: number
  outcome: LineOutcome
  reason?: RefusalReason | undefined
  problem?: string | undefined
  fields: FieldsById
  /** The clients of the set come with it. */
  isCreation: boolean
}

const ROW_HEIGHT = 34

/** The lines of a set, of which only those in sight are fetched and painted: there may be fifty thousand. */
export function PreviewedLines({ setId, outcome, reason, problem, fields, isCreation }: LinesProps) {
  const { t } = useTranslation('editing')
  const scroller = useRef<HTMLDivElement>(null)
  const asked = { id: setId, outcome, reason, problem }
  const [known, setKnown] = useState<number>()
  const virtualizer = useVirtualizer({
    count: known ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const shown = virtualizer.getVirtualItems()
  const pages = pagesOf(shown.map(({ index }) => index))
  const answers = useQueries({
    queries: pages.map(page => queryOf(listChangeLines, { params: { ...asked, page } })),
  })
  const total = answers.find(({ data }) => data)?.data?.total
  if (total !== undefined && total !== known) setKnown(total)
  const lineAt = (index: number): ChangeLine | undefined => {
    const page = pages.indexOf(Math.floor(index / LINES_PER_PAGE) + 1)
    return answers[page]?.data?.lines[index % LINES_PER_PAGE]
  }
  const failed = answers.find(({ error }) => error)
  return (
    <>
      {failed?.error && <Failure message={failed.error.message} onRetry={() => void failed.refetch()} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <section ref={scroller} className={classes.lines} tabIndex={0} aria-label={t('preview.lines')}>
        {known === undefined && !failed && <Loader size="sm" m="md" />}
        {known === 0 && <p className={classes.none}>{t('preview.none')}</p>}
        {known !== undefined && known > 0 && (
          <table className={classes.table} aria-rowcount={known + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {COLUMNS.map(column => (
                  <th key={column}>{t(`preview.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Gap height={shown[0]?.start ?? 0} />
              {shown.map(({ index, key }) => (
                <tr
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  data-refused={outcome === 'refused' || undefined}
                >
                  <PreviewedLine
                    line={lineAt(index)}
                    fields={fields}
                    isStruck={outcome === 'change'}
                    isCreation={isCreation}
                    isFirstOfClient={index === 0 || lineAt(index)?.client.id !== lineAt(index - 1)?.client.id}
                  />
                </tr>
              ))}
              <Gap height={virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}

const COLUMNS = ['client', 'field', 'before', 'after'] as const

/** The room of the lines that are not painted. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null

/** The pages, counted from one, in which some lines stand; the first until any is known. */
function pagesOf(indexes: readonly number[]): number[] {
  const pages = new Set(indexes.map(index => Math.floor(index / LINES_PER_PAGE) + 1))
  return pages.size === 0 ? [1] : [...pages]
}
