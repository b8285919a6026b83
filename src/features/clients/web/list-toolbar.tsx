import { Button, Checkbox } from '@mantine/core'
import { IconColumns3, IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#ui/actions.ts'
import { GreyableButton } from '#ui/greyable-button.tsx'
import { ActionsMenu } from './actions-menu.tsx'
import classes from './list-toolbar.module.css'
import { SearchBox, type SearchBoxProps } from './search-box.tsx'
import type { ClientActions } from './use-client-actions.ts'

export interface ListToolbarProps extends SearchBoxProps {
  /** Some, all or none of the clients that match are selected. */
  selected: 'none' | 'some' | 'all'
  conditions: number
  onSelectAll: () => void
  onOpenFunnel: () => void
  onOpenColumns: (anchor: HTMLElement) => void
  /** The menu of institutions. */
  loupe: ReactNode
  actions: ClientActions
}

/** What is done with clients and with the list as a whole: select, search, edit, delete, filter, arrange, look up. */
export function ListToolbar({ selected, conditions, actions, ...props }: ListToolbarProps) {
  const { t } = useTranslation('clients')
  return (
    <section className={classes.bar} aria-label={t('toolbar.label')}>
      <Tool
        label={t('toolbar.selectAll')}
        icon={<SelectionBox selected={selected} />}
        isOn={selected === 'all'}
        onClick={props.onSelectAll}
      />
      <SearchBox typed={props.typed} onType={props.onType} onEnterList={props.onEnterList} ref={props.ref} />
      <ActionTool action={actions.add} isMain />
      <ActionTool action={actions.edit} />
      <ActionsMenu actions={actions.others} />
      <ActionTool action={actions.remove} color="red" />
      <span className={classes.space} />
      <span className={classes.iconsWhenNarrow}>
        <Tool
          label={t('toolbar.funnel')}
          icon={<IconFilter size={16} aria-hidden />}
          count={conditions}
          onClick={props.onOpenFunnel}
        />
        <Tool
          label={t('toolbar.columns')}
          icon={<IconColumns3 size={16} aria-hidden />}
          opens
          onClick={props.onOpenColumns}
        />
        {props.loupe}
      </span>
    </section>
  )
}

interface ToolProps {
  label: string
  icon: ReactNode
  count?: number
  isOn?: boolean
  /** Whether something opens beside it. */
  opens?: boolean
  onClick: (button: HTMLElement) => void
}

function Tool({ label, icon, count = 0, isOn, opens, onClick }: ToolProps) {
  return (
    <Button
      variant="default"
      className={classes.tool}
      leftSection={icon}
      rightSection={count > 0 ? <span className={classes.badge}>{count}</span> : undefined}
      aria-pressed={isOn}
      aria-haspopup={opens ? 'dialog' : undefined}
      onClick={event => onClick(event.currentTarget)}
    >
      {label}
    </Button>
  )
}

interface ActionToolProps {
  action: Action
  color?: string
  /** Whether it stands out, with its pictogram. */
  isMain?: boolean
}

/** An action as a button. */
function ActionTool({ action, color, isMain = false }: ActionToolProps) {
  const can = action.can()
  const reason = can === 'yes' ? undefined : can.reason
  const { icon: ActionIcon } = action
  return (
    <GreyableButton
      reason={reason}
      variant={isMain ? 'filled' : 'default'}
      leftSection={isMain ? <ActionIcon size={16} aria-hidden /> : undefined}
      className={classes.tool ?? ''}
      {...(color !== undefined && reason === undefined && { c: color })}
      onClick={action.run}
    >
      {action.label}
    </GreyableButton>
  )
}

/** Looks like a checkbox; the button around it is what is pressed. */
const SelectionBox = ({ selected }: Pick<ListToolbarProps, 'selected'>) => (
  <Checkbox.Indicator
    size="xs"
    checked={selected === 'all'}
    indeterminate={selected === 'some'}
    aria-hidden
  />
)
