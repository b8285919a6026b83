import { useEffect, useState } from 'react'

/** Whatever closes when something else opens. */
const PASSING = '[role="menu"], [role="listbox"]'

let lasting: HTMLElement | undefined
/** Where those that are open now return to, the last one first: a dialog may give way to another. */
const places: HTMLElement[] = []

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && !target.closest(PASSING)) lasting = target
})

/**
 * Gives the focus back to what had it before, be it behind a menu, once what calls this is gone and unless the focus has
 * gone elsewhere.
 */
export function useFocusReturn(): void {
  const [before] = useState(() => [...(lasting ? [lasting] : []), ...places])
  useEffect(() => {
    const [place] = before
    if (place) places.unshift(place)
    return () => {
      if (place) places.splice(places.indexOf(place), 1)
      // After the dialog has left the page, with whatever had the focus in it.
      requestAnimationFrame(() => {
        const { activeElement, body } = document
        if (activeElement === body || activeElement === null) {
          before.find(({ isConnected }) => isConnected)?.focus()
        }
      })
    }
  }, [before])
}
