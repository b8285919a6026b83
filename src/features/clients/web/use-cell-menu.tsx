import { IconCopy, IconHistory, IconPencil, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellPlace } from '#ui/grid/cell-commands.ts'
import { AnchoredPopover } from './anchored-popover.tsx'
import type { FieldsById } from './arrange-columns.ts'
import { historyOf } from './history/history-search-params.ts'
import { MenuEntry, MenuPanel } from './panels/menu-panel.tsx'

interface CellMenuInput {
  fields: FieldsById
  nameOf: (id: number) => string
  edit: (cell: CellPlace) => void
  whyNotEditable: (cell: CellPlace) => string | undefined
  copy: (cell: CellPlace) => void
}

/** What can be done with a cell of the list, at a right click or by Shift+F10: above all, see what it was before. */
export function useCellMenu({ fields, nameOf, edit, whyNotEditable, copy }: CellMenuInput): {
  openMenu: (cell: CellPlace, anchor: HTMLElement) => void
  menu: ReactNode
} {
  const { t } = useTranslation('clients')
  const navigate = useNavigate()
  const [opened, setOpened] = useState<{ cell: CellPlace; anchor: HTMLElement }>()
  const close = () => setOpened(undefined)
  const openMenu = (cell: CellPlace, anchor: HTMLElement) => {
    if (fields.has(cell.column)) setOpened({ cell, anchor })
  }
  if (!opened) return { openMenu, menu: undefined }
  const { cell, anchor } = opened
  const then = (act: () => void) => () => {
    close()
    act()
  }
  const field = fields.get(cell.column)?.label ?? ''
  const name = nameOf(cell.row)
  const menu = (
    <AnchoredPopover key={`${cell.row} ${cell.column}`} anchor={anchor} onClose={close}>
      <MenuPanel label={t('cellMenu.label', { field, name })} onClose={close}>
        <MenuEntry
          icon={IconPencil}
          label={t('cellMenu.edit')}
          reason={whyNotEditable(cell)}
          onClick={then(() => edit(cell))}
        />
        <MenuEntry icon={IconCopy} label={t('cellMenu.copy')} onClick={then(() => copy(cell))} />
        <MenuEntry
          icon={IconHistory}
          label={t('cellMenu.historyOfCell', { field })}
          onClick={then(() => void navigate(historyOf(cell.row, cell.column)))}
        />
        <MenuEntry
          icon={IconUser}
          label={t('cellMenu.historyOfClient', { name })}
          onClick={then(() => void navigate(historyOf(cell.row)))}
        />
      </MenuPanel>
    </AnchoredPopover>
  )
  return { openMenu, menu }
}
