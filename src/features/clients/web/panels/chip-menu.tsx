import { Box, Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconRefresh, IconShare, IconShareOff, IconTrash, IconUserUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canChange, canTakeOver } from '#features/saved-filters/saved-filter-rights.ts'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import { onEscape } from './keys.ts'
import { MenuEntry, MenuPanel } from './menu-panel.tsx'

export interface ChipMenuProps {
  savedFilter: SavedFilter
  isAdministrator: boolean
  onEdit(): void
  onToggleShared(): void
  onDelete(): void
  onTakeOver(): void
  /** Given when the conditions have been changed since: keeps the ones that are on. */
  onUpdate?: (() => void) | undefined
  onClose(): void
}

/** What can be done with a saved filter (F16–F20); for a colleague's, it says whose it is. */
export function ChipMenu(props: ChipMenuProps) {
  const [deleting, setDeleting] = useState(false)
  return deleting ? (
    <ConfirmDeletion {...props} onCancel={() => setDeleting(false)} />
  ) : (
    <Entries {...props} onAskDelete={() => setDeleting(true)} />
  )
}

function Entries({
  savedFilter,
  isAdministrator,
  onClose,
  ...props
}: ChipMenuProps & { onAskDelete(): void }) {
  const { t } = useTranslation('panels')
  const { shared, owner, mine } = savedFilter
  const whoId = useId()
  const reasonId = canChange(savedFilter) ? undefined : whoId
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <MenuPanel label={t('chipMenu.title', { name: savedFilter.name })} onClose={onClose}>
      {!mine && (
        <Text id={whoId} size="xs" c="dimmed" px={10} pt={4} pb={6} maw={280}>
          {t(owner.active ? 'chipMenu.madeBy' : 'chipMenu.madeByGone', { name: owner.name })}{' '}
          {t('chipMenu.onlyCreator')}
        </Text>
      )}
      {props.onUpdate && !reasonId && (
        <MenuEntry icon={IconRefresh} label={t('chipMenu.update')} onClick={then(props.onUpdate)} />
      )}
      <MenuEntry
        icon={IconPencil}
        label={t('chipMenu.edit')}
        reasonId={reasonId}
        onClick={then(props.onEdit)}
      />
      <MenuEntry
        icon={shared ? IconShareOff : IconShare}
        label={t(shared ? 'chipMenu.unshare' : 'chipMenu.share')}
        reasonId={reasonId}
        onClick={then(props.onToggleShared)}
      />
      {canTakeOver(savedFilter, isAdministrator) && (
        <MenuEntry
          icon={IconUserUp}
          label={t('chipMenu.takeOver')}
          note={t('chipMenu.takeOverNote')}
          onClick={then(props.onTakeOver)}
        />
      )}
      <MenuEntry
        icon={IconTrash}
        label={t('chipMenu.delete')}
        reasonId={reasonId}
        danger={!reasonId}
        onClick={props.onAskDelete}
      />
    </MenuPanel>
  )
}

function ConfirmDeletion({ savedFilter, onDelete, onCancel, onClose }: ChipMenuProps & { onCancel(): void }) {
  const { t } = useTranslation('panels')
  const question = t('chipMenu.confirmDelete', { name: savedFilter.name })
  return (
    <Box role="alertdialog" aria-label={question} onKeyDown={onEscape(onClose)} p="xs" maw={280}>
      <Stack gap="xs">
        <Text size="sm">{question}</Text>
        {savedFilter.shared && (
          <Text size="xs" c="dimmed">
            {t('chipMenu.confirmDeleteShared')}
          </Text>
        )}
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="xs" variant="default" onClick={onCancel} autoFocus>
            {t('cancel')}
          </Button>
          <Button
            size="xs"
            color="red"
            onClick={() => {
              onClose()
              onDelete()
            }}
          >
            {t('chipMenu.delete')}
          </Button>
        </Group>
      </Stack>
    </Box>
  )
}
