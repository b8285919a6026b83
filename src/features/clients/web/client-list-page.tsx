import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#ui/page-title.ts'
import classes from './client-list.module.css'
import { ClientListScreen } from './client-list-screen.tsx'
import type { ImportDialog } from './import-dialog.ts'
import { LIST_FOUNDATIONS } from './list-foundations.ts'
import { FailedState, LoadingState, NoRightState } from './list-state.tsx'

/** The screen *Voir tous les clients*: everything that it stands on is fetched first, at once. */
export function ClientListPage({ importDialog }: { importDialog?: ImportDialog | undefined }) {
  const { t } = useTranslation('clients')
  usePageTitle(t('title'))
  return (
    <div className={classes.page}>
      <Content importDialog={importDialog} />
    </div>
  )
}

function Content({ importDialog }: { importDialog: ImportDialog | undefined }) {
  const answers = useQueries({ queries: LIST_FOUNDATIONS })
  const [version, me, layout, fields, portfolios, savedFilters] = answers
  const list = fields.data?.fields
  const fieldsById = useMemo(() => new Map(list?.map(field => [field.id, field])), [list])
  if (version.data && fields.data && portfolios.data && savedFilters.data && layout.data && me.data) {
    if (portfolios.data.portfolios.length === 0) return <NoRightState />
    return (
      <ClientListScreen
        fields={fieldsById}
        portfolios={portfolios.data.portfolios}
        savedFilters={savedFilters.data.savedFilters}
        layoutAtStart={layout.data.layout}
        me={me.data}
        versionAtStart={version.data.version}
        importDialog={importDialog}
      />
    )
  }
  const error = answers.find(answer => answer.error)?.error
  if (!error) return <LoadingState />
  return (
    <FailedState error={error} onRetry={() => void Promise.all(answers.map(answer => answer.refetch()))} />
  )
}
