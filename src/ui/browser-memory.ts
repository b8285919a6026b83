type Remembered = 'language' | 'theme' | 'density' | 'rail'

/** What this browser remembered about its user's habits; null when it did not, or keeps nothing at all. */
export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(`fiduscope.${what}`)
  } catch {
    return null
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(`fiduscope.${what}`, value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
