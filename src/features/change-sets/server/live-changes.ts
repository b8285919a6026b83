import type { Database } from '#platform/db/database.ts'
import { CHANGES_CHANNEL } from './apply-queries.ts'

/** Tells whoever listens that the clients of a firm have a new version, whichever server process changed them. */
export interface LiveChanges {
  /** `onChange` hears the new version, or nothing when some may have been missed. Answers what ends it. */
  subscribe(firmId: number, onChange: (version: number | undefined) => void): () => void
}

type Listener = (version: number | undefined) => void

/** Starts to listen to the database when somebody first subscribes. */
export function openLiveChanges(database: Database): LiveChanges {
  const listeners = new Map<number, Set<Listener>>()
  let isListening = false
  const listen = () => {
    if (isListening) return
    isListening = true
    database.listen(CHANGES_CHANNEL, {
      onMessage(payload) {
        const [firmId, version] = payload.split(' ').map(Number)
        for (const listener of listeners.get(firmId ?? 0) ?? []) listener(version)
      },
      onMissed() {
        for (const ofFirm of listeners.values()) for (const listener of ofFirm) listener(undefined)
      },
    })
  }
  return {
    subscribe(firmId, onChange) {
      listen()
      const ofFirm = listeners.get(firmId) ?? new Set()
      listeners.set(firmId, ofFirm.add(onChange))
      return () => {
        ofFirm.delete(onChange)
        if (ofFirm.size === 0) listeners.delete(firmId)
      }
    },
  }
}
