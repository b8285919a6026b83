import { type MouseEvent, type PointerEvent, useRef } from 'react'

const LONG = 500
/** How far in pixels a finger may slip before it is scrolling rather than pressing. */
const SLIP = 8

/** What to spread on an element so that holding it calls `onLongPress`; the click that ends the press is swallowed. */
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
    onClickCapture: (event: MouseEvent) => {
      if (!wasLong.current) return
      wasLong.current = false
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
