import {
  Avatar,
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#kernel/language.ts'
import type { Action } from '#ui/actions.ts'
import { LANGUAGE_NAMES } from '#ui/i18n.ts'
import { DENSITIES, THEMES } from '../sign-in-api.ts'
import { initialsOf } from './initials-of.ts'
import { useMe } from './use-me.ts'
import { useChangePreferences } from './use-preferences.ts'
import styles from './user-menu.module.css'

/** The user's initials, which open who they are, their preferences and what they can do with their account. */
export function UserMenu({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('signIn')
  const { user } = useMe()
  const [opened, { toggle, close }] = useDisclosure(false)

  return (
    <Popover
      opened={opened}
      onChange={toggle}
      position="bottom-end"
      width={330}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          aria-label={t('menu.open', { name: user.name })}
          onClick={toggle}
        >
          <Avatar className={styles.avatar} classNames={{ placeholder: styles.initials ?? '' }} size={30}>
            {initialsOf(user.name)}
          </Avatar>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('menu.open', { name: user.name })}>
        <Stack gap="sm">
          <div>
            <Text fw={600}>{user.name}</Text>
            <Text size="xs" c="dimmed">
              {user.email} · {t(`roles.${user.role}`)}
            </Text>
          </div>
          <PreferenceChoices />
          <Divider />
          <Stack gap={2}>
            {actions.map(action => (
              <AccountButton key={action.id} action={action} close={close} />
            ))}
          </Stack>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function PreferenceChoices() {
  const { t } = useTranslation('signIn')
  const { preferences } = useMe()
  const change = useChangePreferences()
  return (
    <>
      <Choices
        label={t('language')}
        value={preferences.language}
        choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={language => change({ language })}
      />
      <Choices
        label={t('menu.theme')}
        value={preferences.theme}
        choices={THEMES.map(value => ({ value, label: t(`menu.${value}`) }))}
        onChange={theme => change({ theme })}
      />
      <Choices
        label={t('menu.density')}
        value={preferences.density}
        choices={DENSITIES.map(value => ({ value, label: t(`menu.${value}`) }))}
        onChange={density => change({ density })}
      />
    </>
  )
}

function Choices<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: Value
  choices: { value: Value; label: string }[]
  onChange: (value: Value) => void
}) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={3}>
        {label}
      </Text>
      <SegmentedControl
        aria-label={label}
        size="xs"
        fullWidth
        value={value}
        data={choices}
        onChange={onChange}
      />
    </div>
  )
}

function AccountButton({ action, close }: { action: Action; close: () => void }) {
  const run = () => {
    close()
    action.run()
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      justify="flex-start"
      className={styles.action}
      leftSection={<action.icon size={16} stroke={1.7} />}
      onClick={run}
    >
      {action.label}
    </Button>
  )
}
