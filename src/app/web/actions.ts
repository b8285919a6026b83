import {
  type Icon,
  IconForms,
  IconHistory,
  IconLanguage,
  IconLineHeight,
  IconSearch,
  IconSettings,
  IconSunMoon,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readListSearch, writeListSearch } from '#features/clients/web/list-search-params.ts'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import { DENSITIES, type Preferences, THEMES } from '#features/sign-in/sign-in-api.ts'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { useChangePreferences } from '#features/sign-in/web/use-preferences.ts'
import { mayHoldNationalNumber } from '#kernel/belgium/national-number.ts'
import { LANGUAGES } from '#kernel/language.ts'
import type { Action } from '#ui/actions.ts'
import { LANGUAGE_NAMES } from '#ui/i18n.ts'

/** What can be done on every page; each page adds its own with `useActions`. */
export function useShellActions(): readonly Action[] {
  const { t } = useTranslation(['shell', 'clients', 'settings'])
  const navigate = useNavigate()
  const { user } = useMe()
  const displayActions = useDisplayActions()
  return useMemo(
    () => [
      {
        id: 'goTo.clients',
        label: t('clients:title'),
        section: t('palette.goTo'),
        icon: IconUsers,
        can: () => 'yes',
        run: () => void navigate({ to: '/clients' }),
      },
      {
        id: 'goTo.customFields',
        label: t('navigation.customFields'),
        section: t('palette.goTo'),
        icon: IconForms,
        can: () => (mayChangeSettings(user) ? 'yes' : { reason: t('settings:noRight') }),
        run: () => void navigate({ to: '/clients/champs-personnalises' }),
      },
      {
        id: 'goTo.history',
        label: t('navigation.history'),
        section: t('palette.goTo'),
        icon: IconHistory,
        can: () => 'yes',
        run: () => void navigate({ to: '/historique' }),
      },
      {
        id: 'goTo.bin',
        label: t('navigation.bin'),
        section: t('palette.goTo'),
        icon: IconTrash,
        can: () => 'yes',
        run: () => void navigate({ to: '/corbeille' }),
      },
      {
        id: 'goTo.settings',
        label: t('navigation.settings'),
        section: t('palette.goTo'),
        icon: IconSettings,
        can: () => (mayChangeSettings(user) ? 'yes' : { reason: t('settings:noRight') }),
        run: () => void navigate({ to: '/parametres' }),
      },
      ...displayActions,
    ],
    [t, navigate, user, displayActions],
  )
}

/** Searches the list for what was typed in the palette; none while nothing is. */
export function useSearchAction(typed: string): readonly Action[] {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const text = typed.trim()
  if (text === '') return []
  return [
    {
      id: 'search.clients',
      label: t('palette.searchClients', { text }),
      section: t('palette.find'),
      icon: IconSearch,
      can: () => (mayHoldNationalNumber(text) ? { reason: t('palette.secretSearch') } : 'yes'),
      run: () =>
        void navigate({
          to: '/clients',
          search: current => writeListSearch({ ...readListSearch(current), q: text }),
        }),
    },
  ]
}

/** Theme, density and language, each choice an action of its own. */
function useDisplayActions(): readonly Action[] {
  const { t } = useTranslation(['shell', 'signIn'])
  const change = useChangePreferences()
  return useMemo(() => {
    const choice = (
      id: string,
      icon: Icon,
      words: { what: string; choice: string },
      changes: Partial<Preferences>,
    ): Action => ({
      id,
      icon,
      label: t('palette.choose', words),
      section: t('palette.display'),
      can: () => 'yes',
      run: () => change(changes),
    })
    const theme = t('signIn:menu.theme')
    const density = t('signIn:menu.density')
    const language = t('signIn:language')
    return [
      ...THEMES.map(value =>
        choice(
          `theme.${value}`,
          IconSunMoon,
          { what: theme, choice: t(`signIn:menu.${value}`) },
          { theme: value },
        ),
      ),
      ...DENSITIES.map(value =>
        choice(
          `density.${value}`,
          IconLineHeight,
          { what: density, choice: t(`signIn:menu.${value}`) },
          { density: value },
        ),
      ),
      ...LANGUAGES.map(value =>
        choice(
          `language.${value}`,
          IconLanguage,
          { what: language, choice: LANGUAGE_NAMES[value] },
          { language: value },
        ),
      ),
    ]
  }, [t, change])
}
