import type { QueryClient } from '@tanstack/react-query'
import { type ParsedLocation, redirect } from '@tanstack/react-router'
import { meQuery } from '#features/sign-in/web/use-me.ts'
import { ApiError } from '#ui/api-client.ts'
import { showLanguage } from '#ui/i18n.ts'

/** Lets signed-in users through, in their language; sends others to sign in and then back here. */
export async function requireSession(queries: QueryClient, location: ParsedLocation): Promise<void> {
  const { preferences } = await queries.ensureQueryData(meQuery).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'notSignedIn') throw redirectToSignIn(location.href)
    throw error
  })
  await showLanguage(preferences.language)
}

/** Leaves a page whose session has ended: as a new document, so that nothing of it stays in memory. */
export function leaveForSignIn(queries: QueryClient): void {
  // Who was never let in is already on the way, see above.
  if (queries.getQueryData(meQuery.queryKey) === undefined) return
  const { pathname, search } = window.location
  window.location.assign(`/sign-in?${new URLSearchParams({ back: pathname + search })}`)
}

const redirectToSignIn = (back: string) =>
  redirect({ to: '/sign-in', search: back === '/' || back === '/clients' ? {} : { back }, replace: true })
