import { useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back to where it was before a dialog opened from a menu: the menu's entry, which had it last, is gone
 * by then, so that the dialog itself cannot.
 */
export function useDialogFocus(isOpen: boolean): void {
  const before = useRef<HTMLElement | undefined>(undefined)
  useLayoutEffect(() => {
    if (!isOpen) return
    const active = document.activeElement
    const menu = active?.closest('[role="menu"]')
    const trigger = menu && document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`)
    before.current = (trigger ?? active) as HTMLElement
    return () => {
      const place = before.current
      // After the dialog, which looks for a place of its own.
      requestAnimationFrame(() => requestAnimationFrame(() => place?.isConnected && place.focus()))
    }
  }, [isOpen])
}
