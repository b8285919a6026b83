import { useEffect, useState } from 'react'

/** Gives the focus back to what had it before a dialog was there, unless it has gone elsewhere. */
export function useOpenerFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    },
    [opener],
  )
}
