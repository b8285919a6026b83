import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface GreyableButtonProps
  extends Pick<ButtonProps, 'size' | 'color' | 'variant' | 'className' | 'leftSection' | 'c'> {
  /** Why it cannot be used; undefined when it can. */
  reason: string | undefined
  label?: string
  loading?: boolean
  onClick: () => void
  children: ReactNode
}

/** A button that says why where it cannot be used, on hover and focus. */
export function GreyableButton({ reason, label, onClick, children, ...look }: GreyableButtonProps) {
  const isGreyed = reason !== undefined
  return (
    <Tooltip
      label={reason}
      disabled={!isGreyed}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        {...look}
        aria-label={label}
        aria-description={reason}
        data-disabled={isGreyed}
        aria-disabled={isGreyed}
        onClick={() => !isGreyed && onClick()}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
