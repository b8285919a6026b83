import { IconCopy, IconPencil, IconPlus, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { editablePortfolios, mayChangeClients, mayChangeField } from '#features/change-sets/change-rights.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { mayImport } from '#features/imports/import-rights.ts'
import type { Action, Permission } from '#ui/actions.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import type { CellEditing } from './editing/editability.ts'

interface ClientCommands {
  add: () => void
  edit: () => void
  remove: () => void
  copy: () => void
  /** Absent when clients cannot be imported here. */
  startImport: (() => void) | undefined
}

export interface ClientActions {
  add: Action
  edit: Action
  remove: Action
  /** Those of the menu *Actions*, in its order. */
  others: readonly Action[]
}

/** What can be done with the selected clients, and with the list as a whole: one list for toolbar, menu and palette. */
export function useClientActions(
  rights: Pick<CellEditing, 'role' | 'portfolios'>,
  selected: number,
  commands: ClientCommands,
): ClientActions {
  const { t } = useTranslation(['clients', 'bulkEdit', 'editing', 'adding'])
  const latest = useLatest(commands)
  const hasSelection = selected > 0
  return useMemo(() => {
    const section = t('toolbar.section')
    const when = (isAllowed: boolean, reason: string): Permission => (isAllowed ? 'yes' : { reason })
    const withSelection = () => when(hasSelection, t('bulkEdit:needsSelection'))
    return {
      add: {
        id: 'clients.add',
        label: t('adding:button'),
        icon: IconPlus,
        section,
        can: () => {
          if (!mayChangeClients(rights)) return { reason: t('bulkEdit:readOnly') }
          return when(editablePortfolios(rights).length > 0, t('adding:noPortfolio'))
        },
        run: () => latest.current.add(),
      },
      edit: {
        id: 'clients.edit',
        label: t('toolbar.edit'),
        icon: IconPencil,
        section,
        can: () => (mayChangeClients(rights) ? withSelection() : { reason: t('bulkEdit:readOnly') }),
        run: () => latest.current.edit(),
      },
      remove: {
        id: 'clients.delete',
        label: t('bulkEdit:deleting.button'),
        icon: IconTrash,
        section,
        can: () =>
          mayChangeField(rights, IN_BIN) ? withSelection() : { reason: t('bulkEdit:deleting.leading') },
        run: () => latest.current.remove(),
      },
      others: [
        {
          id: 'clients.import',
          label: t('toolbar.import'),
          icon: IconUpload,
          section,
          can: () => when(mayImport(rights), t('bulkEdit:actions.importNoRight')),
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
  }, [t, rights, hasSelection, latest])
}
