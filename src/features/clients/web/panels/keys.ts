import type { KeyboardEvent } from 'react'

/** Closes on Escape, unless a list of choices is open, which the key closes first. */
export const onEscape =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    const listIsOpen =
      event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (!listIsOpen) close()
  }

/** Moves the focus among the items of a menu with the arrows, Home and End. */
export function onMenuArrows(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  const current = items.findIndex(item => item.matches(':focus'))
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  items.at(next % items.length)?.focus()
}
