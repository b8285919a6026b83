import { Checkbox } from '@mantine/core'
import { inColor } from '../cells/tag-colors.ts'
import classes from './editing.module.css'
import type { PickOption } from './pick-options.ts'

interface PickedOptionProps {
  id: string
  option: PickOption
  isCurrent: boolean
  isPicked: boolean
  several: boolean
  onPick: () => void
}

/** A value in the list of a cell. */
export function PickedOption({ id, option, isCurrent, isPicked, several, onPick }: PickedOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the box above has the focus and names the current option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above takes the keys
    <div
      id={id}
      role="option"
      aria-selected={isPicked}
      className={classes.option}
      data-current={isCurrent || undefined}
      data-empty={option.value === null || undefined}
      // The focus stays where it is typed.
      onMouseDown={event => event.preventDefault()}
      onClick={onPick}
    >
      {several && <Checkbox.Indicator size="xs" checked={isPicked} aria-hidden />}
      {option.color !== undefined && (
        <span className={classes.dot} ref={dot => void (dot && inColor(option.color, dot))} />
      )}
      <span className={classes.optionLabel}>{option.label}</span>
      {option.detail !== undefined && <span className={classes.detail}>{option.detail}</span>}
    </div>
  )
}
