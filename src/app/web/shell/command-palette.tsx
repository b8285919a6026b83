import { Spotlight, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, useRegisteredActions } from '#ui/actions.ts'
import { useSearchAction } from '../actions.ts'
import styles from './command-palette.module.css'
import { actionsFound, bySection } from './find-actions.ts'

interface CommandPaletteProps {
  opened: boolean
  onClose: () => void
}

/** Every action of the screen, found by typing; what cannot be done now says why. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('shell')
  const [typed, setTyped] = useState('')
  const actions = useRegisteredActions()
  const searchAction = useSearchAction(typed)
  const sections = bySection([...actionsFound(actions, typed), ...searchAction])
  useEffect(() => (opened ? spotlight.open() : spotlight.close()), [opened])

  return (
    <Spotlight.Root
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      centered={false}
      yOffset="14vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      scrollable
      maxHeight="min(60vh, 460px)"
    >
      <Spotlight.Search
        placeholder={t('palette.open')}
        aria-label={t('palette.open')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {sections.map(({ section, actions: found }) => (
          <Spotlight.ActionsGroup key={section} label={section}>
            {found.map(action => (
              <PaletteEntry key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {sections.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function PaletteEntry({ action }: { action: Action }) {
  const permission = action.can()
  const isAllowed = permission === 'yes'
  return (
    <Spotlight.Action
      className={styles.entry ?? ''}
      label={action.label}
      {...(isAllowed ? {} : { description: permission.reason })}
      leftSection={<action.icon size={18} stroke={1.6} aria-hidden />}
      rightSection={action.shortcut && <kbd className={styles.keys}>{action.shortcut}</kbd>}
      aria-disabled={!isAllowed}
      closeSpotlightOnTrigger={isAllowed}
      onClick={() => isAllowed && action.run()}
    />
  )
}
