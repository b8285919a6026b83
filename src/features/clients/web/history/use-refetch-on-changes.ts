import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect } from 'react'
import { streamVersions } from '#features/change-sets/live-changes-api.ts'
import { followSharedEvents } from '#ui/shared-events.ts'

const PAUSE = { delay: 300, maxWait: 1_500 }

/** Fetches again whenever anybody has changed something; several changes at once are one reason. */
export function useRefetchOnChanges(refetch: () => unknown): void {
  const refetchSoon = useDebouncedCallback(() => void refetch(), PAUSE)
  useEffect(() => followSharedEvents(streamVersions.path, refetchSoon), [refetchSoon])
}
