import { useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import { showDensity } from '#ui/appearance.ts'
import { showLanguage } from '#ui/i18n.ts'
import { changePreferences, type Me, type Preferences } from '../sign-in-api.ts'
import { meQuery } from './use-me.ts'

/** Makes the screen follow the user's preferences, whichever device changed them. */
export function useAppliedPreferences({ language, theme, density }: Preferences): void {
  const { t } = useTranslation('ui')
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    showLanguage(language).catch(() => notifications.show({ message: t('unexpected'), color: 'red' }))
  }, [language, t])
  useEffect(() => setColorScheme(theme), [setColorScheme, theme])
  useEffect(() => showDensity(density), [density])
}

/** Changes preferences at once on the screen, and for good on the server. */
export function useChangePreferences(): (changes: Partial<Preferences>) => void {
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (changes: Partial<Preferences>) => call(changePreferences, { body: changes }),
    onMutate: changes =>
      queries.setQueryData<Me>(
        meQuery.queryKey,
        me => me && { ...me, preferences: { ...me.preferences, ...changes } },
      ),
    // The server answers in the user's language, so that everything is asked again when it changes.
    onSuccess: (_answer, changes) => changes.language && queries.invalidateQueries(),
    onError: ({ message }) => {
      notifications.show({ message, color: 'red' })
      return queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  return mutate
}
