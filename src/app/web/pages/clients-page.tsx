import { lazy } from 'react'
import { ClientListPage } from '#features/clients/web/client-list-page.tsx'

const ImportDialog = lazy(() =>
  import('#features/imports/web/import-dialog.tsx').then(module => ({ default: module.ImportDialog })),
)

/** The list of clients with the dialog that fills it: two features that meet here only. */
export const ClientsPage = () => <ClientListPage importDialog={ImportDialog} />
