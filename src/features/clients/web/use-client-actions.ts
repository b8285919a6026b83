import { IconCopy, IconPencil, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChangeClients, mayChangeField } from '#features/change-sets/change-rights.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { mayImport } from '#features/imports/import-rights.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import type { Action, Permission } from '#ui/actions.ts'
import { useLatest } from '#ui/grid/use-latest.ts'

interface ClientCommands {
  edit: () => void
  remove: () => void
  copy: () => void
  /** Absent when clients cannot be imported here. */
  startImport: (() => void) | undefined
}

export interface ClientActions {
  edit: Action
  remove: Action
  /** Those of the menu *Actions*, in its order. */
  others: readonly Action[]
}

/** What can be done with the selected clients, and with the list as a whole: one list for toolbar, menu and palette. */
export function useClientActions(role: FirmRole, selected: number, commands: ClientCommands): ClientActions {
  const { t } = useTranslation(['clients', 'bulkEdit', 'editing'])
  const latest = useLatest(commands)
  const hasSelection = selected > 0
  return useMemo(() => {
    const section = t('toolbar.section')
    const when = (isAllowed: boolean, reason: string): Permission => (isAllowed ? 'yes' : { reason })
    const withSelection = () => when(hasSelection, t('bulkEdit:needsSelection'))
    return {
      edit: {
        id: 'clients.edit',
        label: t('toolbar.edit'),
        icon: IconPencil,
        section,
        can: () => (mayChangeClients({ role }) ? withSelection() : { reason: t('bulkEdit:readOnly') }),
        run: () => latest.current.edit(),
      },
      remove: {
        id: 'clients.delete',
        label: t('bulkEdit:deleting.button'),
        icon: IconTrash,
        section,
        can: () =>
          mayChangeField({ role }, IN_BIN) ? withSelection() : { reason: t('bulkEdit:deleting.leading') },
        run: () => latest.current.remove(),
      },
      others: [
        {
          id: 'clients.import',
          label: t('toolbar.import'),
          icon: IconUpload,
          section,
          can: () => when(mayImport({ role }), t('bulkEdit:actions.importNoRight')),
          run: () => latest.current.startImport?.(),
        },
        {
          id: 'clients.copy',
          label: t('bulkEdit:actions.copy'),
          icon: IconCopy,
          section,
          shortcut: 'Ctrl C',
          can: withSelection,
          run: () => latest.current.copy(),
        },
      ],
    }
  }, [t, role, hasSelection, latest])
}
