import type { MantineColorSchemeManager } from '@mantine/core'
import { recall, remember } from './browser-memory.ts'
import { createStore, useStore } from './store.ts'

/** How much room the screen gives to each line. */
export type Density = 'comfortable' | 'compact'

/** Height in pixels of a row of a grid; the rest that depends on the density are variables in tokens.css. */
export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { comfortable: 33, compact: 27 }

const shownDensity = createStore<Density>(recall('density') === 'compact' ? 'compact' : 'comfortable')

export const useDensity = (): Density => useStore(shownDensity)

/** Changes the density of the whole screen and keeps it for this browser's next start. */
export function showDensity(density: Density): void {
  shownDensity.set(density)
  remember('density', density)
  document.documentElement.dataset.density = density
}

/** Keeps the theme where `first-paint.js` finds it. */
export const keptTheme: MantineColorSchemeManager = {
  get: fallback => {
    const theme = recall('theme')
    return theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : fallback
  },
  set: theme => remember('theme', theme),
  // Other tabs follow the user's preference on the server, not this one's storage.
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
