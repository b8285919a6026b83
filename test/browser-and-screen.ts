import { buildScreen } from '../scripts/build-screen.ts'
import { ensureChromium } from '../scripts/chromium.ts'

/** Before the journeys: a browser, which they find in CHROMIUM_PATH, and the screen that the server hands out. */
export default async function giveBrowserAndScreen(): Promise<void> {
  process.env.CHROMIUM_PATH = ensureChromium()
  await buildScreen()
}
