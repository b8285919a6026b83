import { type MouseEvent, type PointerEvent, useRef } from 'react'

const LONG = 500
/** How far in pixels a finger may slip before it is scrolling rather than pressing. */
const SLIP = 8

/**
 * What to spread on an element so that holding it calls `onLongPress`. The click that ends the press is swallowed; of
 * the press and the context menu that a phone asks for by itself while the finger rests, the first one counts.
 */
export function useLongPress(onLongPress: () => void) {
  const press = useRef<{ timer: number; x: number; y: number }>(undefined)
  const wasLong = useRef(false)
  const cancel = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return {
    onPointerDown: ({ button, clientX: x, clientY: y }: PointerEvent) => {
      wasLong.current = false
      if (button !== 0) return
      const timer = window.setTimeout(() => {
        wasLong.current = true
        onLongPress()
      }, LONG)
      press.current = { timer, x, y }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (press.current && Math.hypot(clientX - press.current.x, clientY - press.current.y) > SLIP) cancel()
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerLeave: cancel,
    onContextMenuCapture: (event: MouseEvent) => {
      if (wasLong.current) return swallow(event)
      wasLong.current = press.current !== undefined
      cancel()
    },
    // After a touch this comes when the finger is lifted, and would take the focus from what was opened.
    onMouseDownCapture: (event: MouseEvent) => {
      if (wasLong.current) event.preventDefault()
    },
    onClickCapture: (event: MouseEvent) => {
      if (!wasLong.current) return
      wasLong.current = false
      swallow(event)
    },
  }
}

function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
