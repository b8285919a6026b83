import { Input, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PICTOGRAMS, type Pictogram } from '#features/saved-filters/pictograms.ts'
import { PictogramIcon } from './pictogram-icon.tsx'
import classes from './pictogram-picker.module.css'

/** Pictograms in a row of the grid; the style sheet has the same. */
const COLUMNS = 8

export interface PictogramPickerProps {
  label: string
  value: Pictogram
  onChange(value: Pictogram): void
}

/** A grid of pictograms of which one is chosen; the arrows move and choose, as in a group of radio buttons. */
export function PictogramPicker({ label, value, onChange }: PictogramPickerProps) {
  const { t } = useTranslation('panels')
  const labelId = useId()
  const grid = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const next = PICTOGRAMS[neighbour(PICTOGRAMS.indexOf(value), event.key)]
    if (!next) return
    event.preventDefault()
    onChange(next)
    grid.current?.querySelector<HTMLElement>(`[data-name="${next}"]`)?.focus()
  }

  return (
    <div>
      <Input.Label id={labelId} mb={4} component="div">
        {label}
      </Input.Label>
      <div
        ref={grid}
        className={classes.grid}
        role="radiogroup"
        aria-labelledby={labelId}
        onKeyDown={onKeyDown}
      >
        {PICTOGRAMS.map(name => (
          <UnstyledButton
            key={name}
            className={classes.pictogram}
            role="radio"
            data-name={name}
            aria-checked={name === value}
            aria-label={t(`pictograms.${name}`)}
            title={t(`pictograms.${name}`)}
            tabIndex={name === value ? 0 : -1}
            onClick={() => onChange(name)}
          >
            <PictogramIcon name={name} size={19} />
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}

/** The place that an arrow key leads to; outside the grid there is none. */
function neighbour(index: number, key: string): number {
  switch (key) {
    case 'ArrowLeft':
      return index - 1
    case 'ArrowRight':
      return index + 1
    case 'ArrowUp':
      return index - COLUMNS
    case 'ArrowDown':
      return index + COLUMNS
    case 'Home':
      return 0
    case 'End':
      return PICTOGRAMS.length - 1
    default:
      return -1
  }
}
