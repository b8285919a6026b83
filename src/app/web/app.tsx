import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keptTheme } from '#ui/appearance.ts'
import { ServerAwayBanner } from '#ui/server-away-banner.tsx'
import { cssVariables, theme } from '#ui/theme.ts'
import type { AppRouter } from './router.tsx'

/** Everything that every page stands on: look, notices, connection, data and addresses. */
export function App({ queries, router }: { queries: QueryClient; router: AppRouter }) {
  const { t } = useTranslation('ui')
  const spokenTheme = useMemo(() => mergeThemeOverrides(theme, closeButtonsSaying(t('close'))), [t])
  return (
    <MantineProvider
      theme={spokenTheme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={keptTheme}
      defaultColorScheme="auto"
      deduplicateInlineStyles
    >
      <QueryClientProvider client={queries}>
        <ServerAwayBanner />
        <Notifications position="bottom-center" autoClose={6000} containerWidth={420} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

const closeButtonsSaying = (label: string) => ({
  components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': label } } } },
})
