import { IconFilter, IconList, IconSquareCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, useActions } from '#ui/actions.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import type { ClientActions } from './use-client-actions.ts'

export interface ListCommands {
  selectAll: () => void
  showEverything: () => void
  openFunnel: () => void
}

/** Offers what the toolbar does in the command palette too. */
export function useListActions(commands: ListCommands, { add, edit, remove, others }: ClientActions): void {
  const { t } = useTranslation('clients')
  const latest = useLatest(commands)
  useActions(
    useMemo(() => {
      const action = (name: string, label: string, icon: Action['icon'], run: () => void): Action => ({
        id: `clients.${name}`,
        label,
        icon,
        section: t('toolbar.section'),
        can: () => 'yes',
        run,
      })
      return [
        action('everything', t('chips.everything'), IconList, () => latest.current.showEverything()),
        action('selectAll', t('toolbar.selectAll'), IconSquareCheck, () => latest.current.selectAll()),
        action('funnel', t('toolbar.funnel'), IconFilter, () => latest.current.openFunnel()),
        add,
        edit,
        ...others,
        remove,
      ]
    }, [t, add, edit, remove, others, latest]),
  )
}
