import type { KeyboardEvent } from 'react'
import type { Direction } from '#ui/grid/data-grid-props.ts'

/** Where Enter and Tab go from an editor, as in Excel; undefined for any other key. */
export function directionOf({ key, shiftKey }: KeyboardEvent): Direction | undefined {
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'left' : 'right'
  return undefined
}

/** True while an input method is still putting a character together. */
export const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing
