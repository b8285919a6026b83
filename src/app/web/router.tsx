import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
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

const anyOtherRoute = createRoute({ getParentRoute: () => insideRoute, path: '$', component: NotFoundPage })

const routeTree = rootRoute.addChildren([
  signInRoute,
  insideRoute.addChildren([homeRoute, clientsRoute, anyOtherRoute]),
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
