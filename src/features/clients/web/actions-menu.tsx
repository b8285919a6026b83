import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#ui/actions.ts'
import classes from './list-toolbar.module.css'

/** What can be done with the list or with the selected clients (F65); what cannot be used says why. */
export function ActionsMenu({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('bulkEdit')
  return (
    <Menu position="bottom-start" shadow="md" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          className={classes.tool}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('actions.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(action => (
          <ActionItem key={action.id} {...action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ActionItem({ label, icon: ItemIcon, can, run }: Action) {
  const answer = can()
  const reason = answer === 'yes' ? undefined : answer.reason
  return (
    <Menu.Item
      leftSection={ItemIcon && <ItemIcon size={16} aria-hidden />}
      // Reachable, so that the reason can be read by everyone.
      aria-disabled={reason !== undefined}
      data-greyed={reason !== undefined || undefined}
      closeMenuOnClick={reason === undefined}
      onClick={() => reason === undefined && run()}
    >
      {label}
      {reason !== undefined && <span className={classes.reason}>{reason}</span>}
    </Menu.Item>
  )
}
