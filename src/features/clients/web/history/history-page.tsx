import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '#ui/failure.tsx'
import { usePageTitle } from '#ui/page-title.ts'
import { useClientName } from '../use-client-name.ts'
import classes from './history.module.css'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'
import { useHistory } from './use-history.ts'
import { useHistoryFields } from './use-history-fields.ts'
import { useHistoryLocation } from './use-history-location.ts'

/** Everything that was changed, as far as the user may see it: who, when, what, and the way back (N03). */
export function HistoryPage() {
  const { t } = useTranslation('history')
  const { search, go } = useHistoryLocation()
  const history = useHistory(search)
  const { fields, error: fieldsError, refetch: refetchFields } = useHistoryFields()
  const name = useNameInHistory(search.client, history.sets)
  usePageTitle(name === undefined ? t('title') : t('titleOf', { name }))
  const isFiltered = Object.values(search).some(value => value !== undefined)
  const error = history.error ?? fieldsError
  const { sets } = history
  return (
    <div className={classes.page}>
      <HistoryFilters search={search} clientName={name} fields={fields} onChange={go} />
      <div className={classes.content} aria-busy={history.isPending || history.isPlaceholderData}>
        {error && (
          <Failure
            message={error.message}
            onRetry={() => void Promise.all([history.refetch(), refetchFields()])}
          />
        )}
        {!error && !(sets && fields) && <Loader size="sm" m="md" aria-label={t('loading')} />}
        {sets?.length === 0 && (
          <p className={classes.none} role="status">
            {t(isFiltered ? 'nothingFound' : 'nothingYet')}
          </p>
        )}
        {sets && fields && sets.length > 0 && <HistoryList sets={sets} fields={fields} />}
        {history.hasNextPage && (
          <Button
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What the client is called whose history is looked at; one in the bin is named by what was done to it. */
function useNameInHistory(
  id: number | undefined,
  sets: ReturnType<typeof useHistory>['sets'],
): string | undefined {
  const { t } = useTranslation('history')
  const listed = useClientName(id)
  if (id === undefined) return undefined
  const told = sets?.find(({ client }) => client?.id === id)?.client?.name
  return listed ?? told ?? t('unnamedClient', { id })
}
