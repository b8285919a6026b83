import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 8_000

/** Lets queries wait while the server is away, and go on by themselves once it is ready again. */
export function reportServerAway(): void {
  if (!onlineManager.isOnline()) return
  onlineManager.setOnline(false)
  void waitForServer()
}

/** True from the first call that got no answer until the server is ready again. */
export const useServerAway = (): boolean =>
  useSyncExternalStore(
    listener => onlineManager.subscribe(listener),
    () => !onlineManager.isOnline(),
  )

/** Stops TanStack Query from asking the browser, whose idea of *offline* says nothing of a server on this machine. */
export const ignoreBrowserConnection = (): void => onlineManager.setEventListener(() => undefined)

async function waitForServer(): Promise<void> {
  for (let pause = FIRST_PAUSE; !(await isServerReady()); pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  onlineManager.setOnline(true)
}

const isServerReady = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store' }).then(
    response => response.ok,
    () => false,
  )
