import { useEffect, useRef } from 'react'

const PASSING = '[role="menu"], [role="dialog"]'

/**
 * Gives the focus back to where it was before a dialog opened, be it from a menu: the entry of the menu, which had it
 * last, is gone by then, so that the dialog itself cannot.
 */
export function useDialogFocus(isOpen: boolean): void {
  const lasting = useRef<HTMLElement | undefined>(undefined)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(PASSING)) lasting.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!isOpen) return
    const place = lasting.current
    return () => {
      // After the dialog, which looks for a place of its own while it closes.
      requestAnimationFrame(() => requestAnimationFrame(() => place?.isConnected && place.focus()))
    }
  }, [isOpen])
}
