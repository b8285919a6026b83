import { FocusTrap, UnstyledButton } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { onEscape, onMenuArrows } from './keys.ts'
import classes from './menu-panel.module.css'

/** The content of a menu: the first entry has the focus, arrows move it, Escape and Tab close. */
export function MenuPanel({
  label,
  onClose,
  children,
}: {
  label: string
  onClose(): void
  children: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    onMenuArrows(event)
    onEscape(onClose)(event)
    if (event.key === 'Tab') {
      event.preventDefault()
      onClose()
    }
  }
  return (
    <FocusTrap>
      <div role="menu" aria-label={label} tabIndex={-1} className={classes.panel} onKeyDown={onKeyDown}>
        {children}
      </div>
    </FocusTrap>
  )
}

export interface MenuEntryProps {
  icon: Icon
  label: string
  /** Why it cannot be used; it stays in reach, so that everyone can read why. */
  reason?: string | undefined
  /** The element that says why it cannot be used, when it says so for several entries. */
  reasonId?: string | undefined
  note?: string | undefined
  danger?: boolean
  /** Opens this page in a new tab. */
  href?: string | undefined
  onClick?(): void
}

export function MenuEntry({
  icon: Drawing,
  label,
  reason,
  reasonId,
  note,
  danger,
  href,
  onClick,
}: MenuEntryProps) {
  const noteId = useId()
  const words = reason ?? note
  const content = (
    <>
      <span className={classes.icon}>
        <Drawing size={16} stroke={1.7} aria-hidden />
      </span>
      <span className={classes.words}>
        {label}
        {words !== undefined && (
          <span id={noteId} className={classes.note}>
            {words}
          </span>
        )}
      </span>
    </>
  )
  const shared = {
    className: classes.entry,
    role: 'menuitem',
    tabIndex: -1,
    'aria-label': label,
    ...(words === undefined && !reasonId ? {} : { 'aria-describedby': reasonId ?? noteId }),
    ...(danger ? { 'data-danger': true } : {}),
  }
  const isGreyed = reason !== undefined || reasonId !== undefined
  if (isGreyed || href === undefined) {
    return (
      <UnstyledButton {...shared} aria-disabled={isGreyed} onClick={isGreyed ? undefined : onClick}>
        {content}
      </UnstyledButton>
    )
  }
  return (
    <a
      {...shared}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onClick}
      onKeyDown={pressBySpace}
    >
      {content}
    </a>
  )
}

/** Space works on every entry of a menu; the browser gives it to buttons only, not to links. */
function pressBySpace(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}
