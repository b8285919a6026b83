import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BinnedClient } from '#features/change-sets/bin-api.ts'
import { belgianDay } from '#kernel/day.ts'
import { formatDay } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './bin.module.css'
import { historyOf } from './history-search-params.ts'
import type { usePickedClients } from './use-picked-clients.ts'

interface BinTableProps {
  clients: readonly BinnedClient[]
  picked: ReturnType<typeof usePickedClients>
}

/** The clients of the bin, to be picked; the name of each leads to its history. */
export function BinTable({ clients, picked }: BinTableProps) {
  const { t } = useTranslation('history')
  return (
    <table className={classes.table} aria-label={t('bin.table')}>
      <thead>
        <tr>
          <th className={classes.tick}>
            <Checkbox
              size="xs"
              aria-label={t('bin.selectAll')}
              checked={picked.extent === 'all'}
              indeterminate={picked.extent === 'some'}
              onChange={() => void picked.toggleAll()}
            />
          </th>
          <th>{t('bin.name')}</th>
          <th>{t('bin.portfolio')}</th>
          <th>{t('bin.deletedAt')}</th>
          <th>{t('bin.deletedBy')}</th>
          <th>{t('bin.erasableFrom')}</th>
        </tr>
      </thead>
      <tbody>
        {clients.map(client => (
          <Row
            key={client.id}
            client={client}
            isPicked={picked.ids.has(client.id)}
            onToggle={() => picked.toggle(client.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  client: BinnedClient
  isPicked: boolean
  onToggle: () => void
}

function Row({
  client: { id, name, portfolio, deletedAt, deletedBy, erasableFrom },
  isPicked,
  onToggle,
}: RowProps) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  // On a phone each cell stands on a line of its own, under the name of its column.
  const named = (column: 'portfolio' | 'deletedAt' | 'deletedBy' | 'erasableFrom') => ({
    'data-column': t(`bin.${column}`),
  })
  return (
    <tr data-picked={isPicked || undefined}>
      <td className={classes.tick}>
        <Checkbox size="xs" aria-label={t('bin.select', { name })} checked={isPicked} onChange={onToggle} />
      </td>
      <th scope="row">
        <Link
          {...historyOf(id)}
          aria-label={t('bin.historyOf', { name })}
          title={t('bin.historyOf', { name })}
        >
          {name}
        </Link>
      </th>
      <td {...named('portfolio')}>{portfolio}</td>
      <td {...named('deletedAt')}>{formatDay(belgianDay(new Date(deletedAt)), language)}</td>
      <td {...named('deletedBy')}>{deletedBy ?? t('bin.unknown')}</td>
      <td {...named('erasableFrom')}>{formatDay(erasableFrom, language)}</td>
    </tr>
  )
}
