import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLatest } from '#ui/grid/use-latest.ts'
import classes from './editing.module.css'

export interface EditorFrameProps {
  label: string
  /** The element of the cell, as long as it is in sight. */
  findCell: () => HTMLElement | undefined
  /** At least this wide, in pixels, where the column is narrow. */
  minWidth: number
  /** Called when the user goes elsewhere with the pointer or the focus. */
  onLeave: () => void
  children: ReactNode
  /** What stands below the cell, or above it near the end of the page. */
  panel: ReactNode
}

const ROOM_FOR_PANEL = 300

/** An editor over its cell, which it follows when the list is scrolled. */
export function EditorFrame({ label, findCell, minWidth, onLeave, children, panel }: EditorFrameProps) {
  const frame = useRef<HTMLFieldSetElement>(null)
  const [place, setPlace] = useState(() => findCell()?.getBoundingClientRect())
  // Within the main part of the page, which those who go by landmarks look through.
  const [host] = useState(() => findCell()?.closest('main') ?? document.body)
  const latest = useLatest({ findCell, onLeave })
  useLayoutEffect(() => {
    const follow = () => setPlace(latest.current.findCell()?.getBoundingClientRect())
    document.addEventListener('scroll', follow, { capture: true, passive: true })
    window.addEventListener('resize', follow)
    return () => {
      document.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
    }
  }, [latest])
  useEffect(() => {
    // Neither the loss of the whole window nor of the element that had the focus is a wish to leave.
    const onElsewhere = ({ target }: Event) => {
      const isInside = target instanceof Node && frame.current?.contains(target)
      if (!isInside && target !== document && target !== document.body) latest.current.onLeave()
    }
    document.addEventListener('pointerdown', onElsewhere, true)
    document.addEventListener('focusin', onElsewhere)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere, true)
      document.removeEventListener('focusin', onElsewhere)
    }
  }, [latest])
  const isAbove = place && place.bottom + ROOM_FOR_PANEL > window.innerHeight && place.top > ROOM_FOR_PANEL
  const width = Math.max(place?.width ?? 0, minWidth)
  const left = Math.max(4, Math.min(place?.left ?? 0, window.innerWidth - width - 4))
  // At once, unlike the portals of dialogs: the next key that is pressed belongs to the editor.
  return createPortal(
    <fieldset
      ref={frame}
      className={classes.frame}
      aria-label={label}
      data-gone={place ? undefined : true}
      data-above={isAbove || undefined}
      style={{
        left,
        top: place?.top ?? 0,
        width,
        height: place?.height ?? 0,
      }}
    >
      {children}
      <div className={classes.panel} style={{ maxWidth: Math.min(360, window.innerWidth - left - 8) }}>
        {panel}
      </div>
    </fieldset>,
    host,
  )
}
