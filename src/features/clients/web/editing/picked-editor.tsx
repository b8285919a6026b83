import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#kernel/fields/field.ts'
import { inColor } from '../cells/tag-colors.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import classes from './editing.module.css'
import { EditorFrame } from './editor-frame.tsx'
import { directionOf, isComposing } from './editor-keys.ts'
import { findOptions, type PickOption } from './pick-options.ts'

export interface PickedEditorProps extends CellEditorProps {
  options: readonly PickOption[]
  /** Several may be ticked; else the first that is picked is it. */
  several?: boolean
  /** Called as the user types, where the options are found by the server. */
  onSearch?: (query: string) => void
}

/** One or several values out of a list that is searched by typing; the keyboard does all of it. */
export function PickedEditor({ options, several = false, onSearch, ...props }: PickedEditorProps) {
  const { field, row, onSave, onLeaveBad, onCancel } = props
  const { t } = useTranslation('editing')
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const value = row.values[field.id] ?? null
  const atStart = Array.isArray(value) ? value : value === null ? [] : [value]
  const [query, setQuery] = useState(props.typed ?? '')
  const [ticked, setTicked] = useState<readonly unknown[]>(atStart)
  const found = onSearch ? options : findOptions(options, query)
  const [moved, setMoved] = useState<number>()
  const currentIndex = query === '' && !several ? found.findIndex(one => one.value === value) : 0
  const index = Math.max(0, Math.min(moved ?? currentIndex, found.length - 1))
  const isSame = ticked.length === atStart.length && ticked.every(one => atStart.includes(one as never))

  useLayoutEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])

  const search = (next: string) => {
    setQuery(next)
    setMoved(undefined)
    onSearch?.(next)
  }
  const toggle = (option: PickOption | undefined) => {
    if (!option) return
    setTicked(
      option.value === null
        ? []
        : ticked.includes(option.value)
          ? ticked.filter(one => one !== option.value)
          : [...ticked, option.value],
    )
  }
  const giveTicked = (direction: Parameters<typeof onSave>[1]) => {
    const labels = options.filter(one => one.value !== null && ticked.includes(one.value))
    const next = ticked.length === 0 ? null : (ticked as FieldValue)
    onSave({ value: isSame ? value : next, typed: labels.map(({ label }) => label).join(', ') }, direction)
  }
  const give = (option: PickOption, direction: Parameters<typeof onSave>[1]) =>
    onSave({ value: option.value, typed: option.label, ...(onSearch && { name: option.label }) }, direction)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const direction = directionOf(event)
    const option = found[index]
    const step = STEPS[event.key]
    if (event.key === 'Escape') onCancel()
    else if (step !== undefined) setMoved(Math.max(0, Math.min(index + step, found.length - 1)))
    else if (several && event.key === ' ' && (query === '' || moved !== undefined)) toggle(option)
    else if (several && event.key === 'Enter' && query !== '') {
      toggle(option)
      if (option) search('')
    } else if (several && direction) giveTicked(direction)
    else if (direction === 'left' || (direction === 'right' && query === '' && moved === undefined)) {
      onSave({ value, typed: '' }, direction)
    } else if (direction && option) give(option, direction)
    else if (!direction) return
    event.preventDefault()
  }
  const onLeave = () => {
    const exact = found.length === 1 ? found[0] : undefined
    if (several) giveTicked(undefined)
    else if (query.trim() === '' && moved === undefined) onCancel(true)
    else if (query.trim() === '' && found[index]) give(found[index], undefined)
    else if (exact) give(exact, undefined)
    else onLeaveBad(query, t(found.length === 0 ? 'problems.notAChoice' : 'severalFound', { typed: query }))
  }

  return (
    <EditorFrame
      label={t('editorOf', { field: field.label, name: String(row.values['identity.name'] ?? '') })}
      findCell={props.findCell}
      minWidth={several || onSearch ? 240 : 200}
      onLeave={onLeave}
      panel={
        <>
          {props.reason !== undefined && (
            <div role="alert" className={classes.problem}>
              {props.reason}
            </div>
          )}
          <div
            ref={list}
            id={id}
            role="listbox"
            aria-label={field.label}
            aria-multiselectable={several}
            className={classes.list}
          >
            {found.map((option, place) => (
              <Option
                key={String(option.value)}
                id={`${id}-${place}`}
                option={option}
                isCurrent={place === index}
                isPicked={option.value === null ? ticked.length === 0 : ticked.includes(option.value)}
                several={several}
                onPick={() => (several ? toggle(option) : give(option, 'stay'))}
              />
            ))}
          </div>
          {found.length === 0 && <div className={classes.note}>{t('nothingFound')}</div>}
          {several && <div className={classes.note}>{t('tickHint')}</div>}
        </>
      }
    >
      <input
        className={classes.input}
        // biome-ignore lint/a11y/noAutofocus: whoever opens an editor types into it
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${index}` : undefined}
        aria-label={field.label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        placeholder={several ? t('searchLabels') : labelOf(value, options)}
        onChange={event => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </EditorFrame>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

const labelOf = (value: FieldValue, options: readonly PickOption[]): string =>
  options.find(option => option.value === value)?.label ?? ''

interface OptionProps {
  id: string
  option: PickOption
  isCurrent: boolean
  isPicked: boolean
  several: boolean
  onPick: () => void
}

function Option({ id, option, isCurrent, isPicked, several, onPick }: OptionProps) {
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
