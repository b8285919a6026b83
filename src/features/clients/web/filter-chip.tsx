import { IconDots } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './filter-chips.module.css'
import { useLongPress } from './use-long-press.ts'

export interface FilterChipProps {
  name: string
  icon: ReactNode
  /** How many clients a click on it will show. */
  count: number | undefined
  isOn: boolean
  /** Small signs after the count: shared, changed, no longer whole. */
  marks?: ReactNode
  onChoose: () => void
  /** Opens its menu beside the button that asked for it, or closes it again; a predefined filter has none. */
  onOpenMenu?: (anchor: HTMLElement) => void
}

/** A filter to choose with a click; its menu opens by a long press, the right button, Shift+F10 or its ⋯ (F17). */
export function FilterChip({ name, icon, count, isOn, marks, onChoose, onOpenMenu }: FilterChipProps) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  const openMenu = () => button.current && onOpenMenu?.(button.current)
  const press = useLongPress(openMenu)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onOpenMenu || !(event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) return
    event.preventDefault()
    openMenu()
  }
  return (
    <span className={classes.chip} data-on={isOn || undefined}>
      <button
        ref={button}
        type="button"
        className={classes.choose}
        aria-pressed={isOn}
        onClick={onChoose}
        onKeyDown={onKeyDown}
        onContextMenu={event => {
          if (!onOpenMenu) return
          event.preventDefault()
          openMenu()
        }}
        {...(onOpenMenu ? press : {})}
      >
        {icon}
        <span className={classes.name}>{name}</span>
        {count !== undefined && <span className={classes.count}>{formatCount(count, language)}</span>}
        {marks}
      </button>
      {onOpenMenu && (
        <button
          type="button"
          className={classes.menu}
          aria-label={t('chips.menu', { name })}
          aria-haspopup="menu"
          onClick={event => onOpenMenu(event.currentTarget)}
        >
          <IconDots size={14} aria-hidden />
        </button>
      )}
    </span>
  )
}
