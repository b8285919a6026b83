import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Route } from '#kernel/route.ts'
import { ApiError, type CallInput, request } from './api-client.ts'
import { ignoreBrowserConnection } from './server-connection.ts'

/**
 * An operation as a TanStack query: `useQuery(queryOf(listFields))`. Its key is the path and what is asked, so that
 * two features that ask the same thing share the answer, and `[path]` invalidates them all.
 */
export const queryOf = <Body extends z.ZodType, Answer extends z.ZodType, Params extends z.ZodType>(
  route: Route<Body, Answer, Params>,
  ...[input]: Record<never, never> extends Input<Body, Params>
    ? [input?: Input<Body, Params>]
    : [input: Input<Body, Params>]
) =>
  queryOptions({
    queryKey: [route.path, input ?? {}] as const,
    queryFn: async ({ signal }) =>
      (await request(route, { ...(input as object | undefined), signal })) as z.output<Answer>,
  })

type Input<Body extends z.ZodType, Params extends z.ZodType> = Omit<CallInput<Body, Params>, 'signal'>

/** Queries try again for as long as the server is away; what is sent is never sent again behind the user's back. */
export function createQueryClient(): QueryClient {
  ignoreBrowserConnection()
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (_count, error) => isServerAway(error), retryDelay: 300 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

const isServerAway = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'serverAway' || error.code === 'databaseAway')
