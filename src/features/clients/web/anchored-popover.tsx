import { Popover } from '@mantine/core'
import { useClickOutside, useWindowEvent } from '@mantine/hooks'
import { type ReactNode, useLayoutEffect, useState } from 'react'

export interface AnchoredPopoverProps {
  /** What it opens beside; it gets the focus back. */
  anchor: HTMLElement
  /** In pixels; as wide as its content when absent. */
  width?: number
  onClose: () => void
  children: ReactNode
}

/** A popover beside any element of the page, for content that takes and keeps the focus by itself. */
export function AnchoredPopover({ anchor, width: ownWidth, onClose, children }: AnchoredPopoverProps) {
  const [dropdown, setDropdown] = useState<HTMLDivElement | null>(null)
  const [{ left, top, width, height }] = useState(() => anchor.getBoundingClientRect())
  useClickOutside(
    ({ target }) => !isInPortal(target) && onClose(),
    ['mousedown', 'touchstart'],
    [anchor, dropdown],
  )
  // The content takes the focus a moment after it is seen: Escape closes it in that moment too.
  useWindowEvent('keydown', ({ key, target }) => {
    const isStillOutside = target === document.body || (target instanceof Node && anchor.contains(target))
    if (key === 'Escape' && isStillOutside) onClose()
  })
  useLayoutEffect(() => () => returnFocus(dropdown, anchor), [dropdown, anchor])
  return (
    <Popover
      opened
      position="bottom-start"
      offset={4}
      width={ownWidth ?? 'max-content'}
      shadow="lg"
      radius="md"
      withRoles={false}
      // Whatever its height and that of the window, all of it can be reached, over its anchor if need be.
      middlewares={{ shift: { crossAxis: true, padding: 8 } }}
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />
      </Popover.Target>
      <Popover.Dropdown ref={setDropdown} p="xs">
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Lists of choices that the content opens stand in portals of their own: a click there is not outside. */
const isInPortal = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-portal]') !== null

/** Gives the focus back, unless the user has put it elsewhere. */
function returnFocus(dropdown: HTMLElement | null, anchor: HTMLElement): void {
  const focused = document.activeElement
  if (focused === document.body || dropdown?.contains(focused)) anchor.focus({ preventScroll: true })
}
