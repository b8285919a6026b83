import { useEffect, useState } from 'react'
import { listChanges, streamVersions } from '#features/change-sets/live-changes-api.ts'
import { call } from '#ui/api-client.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import { followSharedEvents } from '#ui/shared-events.ts'

const PAUSE_AFTER_FAILURE_MS = 1_000

/**
 * Tells which clients anybody has changed after a version, as soon as they are; nothing when they are too many to be
 * named. What changes while the connection is lost is told once it is back.
 */
export function useLiveChanges(
  versionNow: number,
  onChanged: (ids: readonly number[] | undefined) => void,
): void {
  const latest = useLatest(onChanged)
  // A later one says nothing of the changes in between.
  const [versionAtStart] = useState(versionNow)
  useEffect(() => {
    let known = versionAtStart
    let announced = versionAtStart
    let isAsking = false
    let isOver = false
    const catchUp = async () => {
      if (isAsking) return
      isAsking = true
      while (announced > known && !isOver) {
        const found = await call(listChanges, { params: { since: known } }).catch(() => undefined)
        if (isOver) return
        if (!found) {
          await new Promise(resolve => setTimeout(resolve, PAUSE_AFTER_FAILURE_MS))
          continue
        }
        known = found.version
        if (found.clients === null || found.clients.length > 0) latest.current(found.clients ?? undefined)
      }
      isAsking = false
    }
    const stop = followSharedEvents(streamVersions.path, version => {
      announced = Math.max(announced, Number(version))
      void catchUp()
    })
    return () => {
      isOver = true
      stop()
    }
  }, [versionAtStart, latest])
}
