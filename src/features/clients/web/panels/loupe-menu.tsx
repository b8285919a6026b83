import { Button, Divider, Popover, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBuildingBank, IconChevronDown, IconExternalLink, IconZoom } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionPage, type NoPageReason } from '#features/loupe/institution-url.ts'
import type { InstitutionLink } from '#features/loupe/loupe-api.ts'
import { formatEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Language } from '#kernel/language.ts'
import classes from './menu-panel.module.css'
import { MenuEntry, MenuPanel } from './menu-panel.tsx'

export interface LoupeMenuProps {
  links: readonly InstitutionLink[]
  /** The client that is selected, or on which the list stands. */
  client: { name: string; values: FieldValues } | undefined
  language: Language
}

/** Opens the page of an institution about a client in a new tab (F35). */
export function LoupeMenu(props: LoupeMenuProps) {
  const { t } = useTranslation('panels')
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      returnFocus
      withinPortal={false}
      middlewares={{ shift: { crossAxis: true, padding: 8 } }}
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          fw={500}
          px={12}
          leftSection={<IconZoom size={16} />}
          rightSection={<IconChevronDown size={14} />}
          aria-haspopup="menu"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('loupe.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <LoupeEntries {...props} onClose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function LoupeEntries({ links, client, language, onClose }: LoupeMenuProps & { onClose(): void }) {
  const { t } = useTranslation('panels')
  const whoId = useId()
  const pages = links.filter(link => link.needs !== 'nothing')
  const portals = links.filter(link => link.needs === 'nothing')
  const entry = (link: InstitutionLink) => (
    <LoupeEntry
      key={link.id}
      link={link}
      client={client}
      noClientId={whoId}
      language={language}
      onClose={onClose}
    />
  )
  return (
    <MenuPanel label={t('loupe.title')} onClose={onClose}>
      <Text id={whoId} size="xs" c="dimmed" px={10} pt={4} pb={6} maw={300} truncate>
        {client ? client.name : t('loupe.noClient')}
      </Text>
      {pages.map(entry)}
      {pages.length > 0 && portals.length > 0 && <Divider my={4} role="separator" />}
      {portals.length > 0 && (
        <fieldset className={classes.portals} aria-label={t('loupe.portals')}>
          <Text size="xs" c="dimmed" px={10} pb={4} aria-hidden>
            {t('loupe.portals')}
          </Text>
          {portals.map(entry)}
        </fieldset>
      )}
    </MenuPanel>
  )
}

interface LoupeEntryProps extends Pick<LoupeMenuProps, 'client' | 'language'> {
  link: InstitutionLink
  /** The element that says that no client is selected. */
  noClientId: string
  onClose(): void
}

function LoupeEntry({ link, client, noClientId, language, onClose }: LoupeEntryProps) {
  const { t } = useTranslation('panels')
  const page = institutionPage(link, client?.values, language)
  const icon = link.needs === 'nothing' ? IconBuildingBank : IconExternalLink
  if ('reason' in page) {
    if (page.reason === 'noClient') return <MenuEntry icon={icon} label={link.name} reasonId={noClientId} />
    const reason = t(`loupe.reason.${reasonKey(page.reason, link.needs)}`)
    return <MenuEntry icon={icon} label={link.name} reason={reason} />
  }
  const { url, copies } = page
  const tell = (message: string, options: { color?: string; autoClose?: false } = {}) =>
    notifications.show({ message, ...options })
  const open = () => {
    onClose()
    if (copies) void copyNumber(copies)
    else if (link.needs === 'nothing') tell(t('loupe.nothingToCopy', { name: client?.name }))
  }
  const copyNumber = async (number: string) => {
    const words = { number: formatEnterpriseNumber(number), name: client?.name }
    try {
      await navigator.clipboard.writeText(number)
      tell(t('loupe.copied', words))
    } catch {
      tell(t('loupe.notCopied', words), { color: 'orange', autoClose: false })
    }
  }
  return <MenuEntry icon={icon} label={link.name} href={url} onClick={open} />
}

/** The reasons that speak of the number name the one that the institution asks for. */
function reasonKey(reason: Exclude<NoPageReason, 'noClient'>, needs: InstitutionLink['needs']) {
  const isOfNumber = reason === 'missingNumber' || reason === 'wrongNumber'
  return isOfNumber && needs === 'vatNumber' ? (`${reason}Vat` as const) : reason
}
