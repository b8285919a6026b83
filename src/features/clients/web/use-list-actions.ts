import { IconFilter, IconList, IconSquareCheck, IconUpload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, useActions } from '#ui/actions.ts'
import { useLatest } from '#ui/grid/use-latest.ts'

export interface ListCommands {
  selectAll: () => void
  showEverything: () => void
  openFunnel: () => void
  /** Absent when clients cannot be imported here. */
  startImport: (() => void) | undefined
}

/** Offers what the toolbar does in the command palette too. */
export function useListActions(commands: ListCommands): void {
  const { t } = useTranslation('clients')
  const latest = useLatest(commands)
  const canImport = commands.startImport !== undefined
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
        ...(canImport
          ? [action('import', t('toolbar.import'), IconUpload, () => latest.current.startImport?.())]
          : []),
      ]
    }, [t, canImport, latest]),
  )
}
