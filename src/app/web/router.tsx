import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { readHistorySearch, writeHistorySearch } from '#features/clients/web/history/history-search-params.ts'
import { prefetchListFoundations } from '#features/clients/web/list-foundations.ts'
import { readListSearch, writeListSearch } from '#features/clients/web/list-search-params.ts'
import { recall } from '#ui/browser-memory.ts'
import { FailedPage, FailedStart } from './pages/failed-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PageSkeleton } from './pages/page-skeleton.tsx'
import { requireSession } from './session-guard.ts'
import { Shell } from './shell/shell.tsx'

const ClientsPage = lazyRouteComponent(() => import('./pages/clients-page.tsx'), 'ClientsPage')
const SignInPage = lazyRouteComponent(() => import('#features/sign-in/web/sign-in-page.tsx'), 'SignInPage')

const HistoryPage = lazyRouteComponent(
  () => import('#features/clients/web/history/history-page.tsx'),
  'HistoryPage',
)
const BinPage = lazyRouteComponent(() => import('#features/clients/web/history/bin-page.tsx'), 'BinPage')
const SettingsPage = lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage')
const CustomFieldsPage = lazyRouteComponent(
  () => import('./pages/custom-fields-page.tsx'),
  'CustomFieldsPage',
)
const InvitationPage = lazyRouteComponent(
  () => import('#features/collaborators/web/invitation-page.tsx'),
  'InvitationPage',
)

/** Fetches the page that nearly everybody is on the way to, and what it shows, so that it is there when they arrive. */
export function preloadClients(queries: QueryClient): void {
  void ClientsPage.preload?.()
  // A browser that nobody has worked in yet is not signed in.
  const isLikelySignedIn = recall('language') !== null && window.location.pathname !== '/sign-in'
  if (isLikelySignedIn) prefetchListFoundations(queries)
}

const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()()

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ back }: Record<string, unknown>) => (typeof back === 'string' ? { back } : {}),
  component: SignInPage,
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$token',
  component: InvitationPage,
})

/** Everything that only signed-in users see, inside the shell. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: ({ context, location }) => requireSession(context.queries, location),
  component: Shell,
  errorComponent: FailedStart,
})

const homeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/clients', replace: true })
  },
})

const clientsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients',
  validateSearch: (params: Record<string, unknown>) => writeListSearch(readListSearch(params)),
  component: ClientsPage,
})

const customFieldsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients/champs-personnalises',
  component: CustomFieldsPage,
})

const historyRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/historique',
  validateSearch: (params: Record<string, unknown>) => writeHistorySearch(readHistorySearch(params)),
  component: HistoryPage,
})

const binRoute = createRoute({ getParentRoute: () => insideRoute, path: '/corbeille', component: BinPage })

const settingsHomeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/parametres',
  beforeLoad: () => {
    throw redirect({ to: '/parametres/$part', params: { part: 'fiduciaire' }, replace: true })
  },
})

const settingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/parametres/$part',
  component: SettingsPage,
})

const anyOtherRoute = createRoute({ getParentRoute: () => insideRoute, path: '$', component: NotFoundPage })

const routeTree = rootRoute.addChildren([
  signInRoute,
  invitationRoute,
  insideRoute.addChildren([
    homeRoute,
    clientsRoute,
    customFieldsRoute,
    historyRoute,
    binRoute,
    settingsHomeRoute,
    settingsRoute,
    anyOtherRoute,
  ]),
])

/** The addresses of the product and the pages behind them. */
export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPendingComponent: PageSkeleton,
    // What is there within a blink is shown without one.
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
  })

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
