/** True where the command key does what the control key does elsewhere. */
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A shortcut with the main modifier as this machine's users read it: `Ctrl K` or `⌘ K`. */
export const shortcutLabel = (key: string): string => `${isApple ? '⌘' : 'Ctrl'} ${key}`
