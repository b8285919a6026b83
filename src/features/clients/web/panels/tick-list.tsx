import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { ListedValue } from './column-values.ts'
import classes from './tick-list.module.css'
import { isTicked, type Ticks, type TickValue } from './ticks.ts'

const ROW_HEIGHT = 28
const ROWS_IN_SIGHT = 9

export interface TickListProps {
  label: string
  values: readonly ListedValue[]
  ticks: Ticks
  onToggle(value: TickValue): void
  /** Called when the arrow goes up from the first value. */
  onLeaveUp(): void
  listRef: RefObject<HTMLDivElement | null>
}

/** Values with a tick and a count. Only those in sight are drawn, so that 20 000 are as quick as ten. */
export function TickList({ label, values, ticks, onToggle, onLeaveUp, listRef }: TickListProps) {
  const id = useId()
  const [current, setCurrent] = useState(0)
  const currentIndex = Math.min(current, values.length - 1)
  const rows = useVirtualizer({
    count: values.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  })

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, values.length - 1))
    setCurrent(next)
    rows.scrollToIndex(next)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const value = values[currentIndex]
    if (event.key === ' ' && value) onToggle(value.value)
    else if (event.key === 'ArrowUp' && currentIndex === 0) onLeaveUp()
    else if (event.key in STEPS) goTo(currentIndex + (STEPS[event.key] ?? 0))
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={listRef}
      className={classes.list}
      style={{ height: Math.min(values.length, ROWS_IN_SIGHT) * ROW_HEIGHT }}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={`${id}-${currentIndex}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.rows} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const facet = values[index]
          return (
            facet && (
              <TickRow
                key={JSON.stringify(facet.value)}
                id={`${id}-${index}`}
                facet={facet}
                ticked={isTicked(ticks, facet.value)}
                current={index === currentIndex}
                position={index + 1}
                outOf={values.length}
                top={start}
                onClick={() => {
                  setCurrent(index)
                  onToggle(facet.value)
                }}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: ROWS_IN_SIGHT - 1,
  PageUp: 1 - ROWS_IN_SIGHT,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

interface TickRowProps {
  id: string
  facet: ListedValue
  ticked: boolean
  current: boolean
  position: number
  outOf: number
  top: number
  onClick(): void
}

function TickRow({ id, facet, ticked, current, position, outOf, top, onClick }: TickRowProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const isEmpty = facet.value === null
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the current option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      id={id}
      className={classes.row}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
      role="option"
      aria-selected={ticked}
      aria-setsize={outOf}
      aria-posinset={position}
      {...(current ? { 'data-current': true } : {})}
      onClick={onClick}
    >
      <Checkbox.Indicator size="xs" checked={ticked} />
      <span
        className={classes.label}
        title={facet.detail ?? facet.label}
        {...(isEmpty ? { 'data-empty': true } : {})}
      >
        {isEmpty ? t('emptyValue') : facet.label}
        {facet.detail && <span className={classes.detail}> {facet.detail}</span>}
      </span>
      <span className={classes.count}>{formatCount(facet.count, language)}</span>
    </div>
  )
}
