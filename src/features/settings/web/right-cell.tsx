import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVEL_NAMES } from '#features/portfolios/level-names.ts'
import { PORTFOLIO_LEVELS } from '#features/portfolios/portfolios-api.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { Level } from './rights-keys.ts'
import styles from './settings.module.css'

interface RightCellProps {
  label: string
  level: Level
  /** An administrator manages everywhere. */
  isFixed: boolean
  /** The one cell that Tab leads to. */
  isCurrent: boolean
  onFocus: () => void
  onChange: (level: Level) => void
}

/** A right, which a click, Enter, F2 or Space lets choose; the focus stays on the cell. */
export function RightCell({ label, level, isFixed, isCurrent, onFocus, onChange }: RightCellProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const cell = useRef<HTMLTableCellElement>(null)
  const [opened, setOpened] = useState<'byMouse' | 'byKey'>()
  const press = (event: KeyboardEvent) => {
    if (opened || isFixed || !['Enter', 'F2', ' '].includes(event.key)) return
    event.preventDefault()
    setOpened('byKey')
  }
  const words = isFixed ? t('portfolios.byRole') : LEVEL_NAMES[level][language]
  return (
    <td
      ref={cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, which has the focus itself.
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      className={styles.right}
      data-level={level}
      aria-label={`${label} : ${words}`}
      aria-readonly={isFixed}
      onFocus={onFocus}
      onClick={() => !isFixed && !opened && setOpened('byMouse')}
      onKeyDown={press}
    >
      {opened ? (
        <LevelSelect
          label={label}
          level={level}
          unfolds={opened === 'byMouse'}
          onDone={(chosen, keepsFocus) => {
            setOpened(undefined)
            if (keepsFocus) cell.current?.focus()
            if (chosen !== level) onChange(chosen)
          }}
        />
      ) : (
        words
      )}
    </td>
  )
}

interface LevelSelectProps {
  label: string
  level: Level
  unfolds: boolean
  onDone: (chosen: Level, keepsFocus: boolean) => void
}

/** Arrows go through the levels until Enter takes one and Escape none; the mouse takes one at once. */
function LevelSelect({ label, level, unfolds, onDone }: LevelSelectProps) {
  const language = useLanguage()
  const [chosen, setChosen] = useState(level)
  const isByKey = useRef(false)
  const isDone = useRef(false)
  // Giving the focus back takes it from here, which is no second answer.
  const done = (level: Level, keepsFocus: boolean) => {
    if (isDone.current) return
    isDone.current = true
    onDone(level, keepsFocus)
  }
  const press = (event: KeyboardEvent) => {
    isByKey.current = true
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    done(event.key === 'Enter' ? chosen : level, true)
  }
  return (
    <select
      ref={focusAnd(unfolds)}
      className={styles.select}
      aria-label={label}
      value={chosen}
      onKeyDown={press}
      onPointerDown={() => {
        isByKey.current = false
      }}
      onChange={event => {
        const next = event.currentTarget.value as Level
        if (isByKey.current) setChosen(next)
        else done(next, true)
      }}
      onBlur={() => done(chosen, false)}
    >
      {(['none', ...PORTFOLIO_LEVELS] as const).map(value => (
        <option key={value} value={value}>
          {LEVEL_NAMES[value][language]}
        </option>
      ))}
    </select>
  )
}

const focusAnd = (unfolds: boolean) => (unfolds ? focusAndUnfold : focus)

const focus = (select: HTMLSelectElement | null): void => select?.focus()

function focusAndUnfold(select: HTMLSelectElement | null): void {
  if (!select) return
  select.focus()
  try {
    select.showPicker()
  } catch {
    // A browser that cannot, or does not want to, leaves it folded.
  }
}
