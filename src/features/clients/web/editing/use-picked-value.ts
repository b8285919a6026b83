import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { PickedEditorProps } from './cell-editor-props.ts'
import { directionOf, isComposing } from './editor-keys.ts'
import { findOptions, type PickOption } from './pick-options.ts'
import { valueAtStart } from './value-at-start.ts'

type Direction = Parameters<PickedEditorProps['onSave']>[1]

/** What is searched and picked in the list of a cell, and what keys and leaving the cell then do. */
export function usePickedValue({
  field,
  row,
  options,
  several = false,
  onSearch,
  ...props
}: PickedEditorProps) {
  const { t } = useTranslation('editing')
  const value = valueAtStart({ kept: props.kept, row, field })
  const atStart: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value]
  const [query, setQuery] = useState(props.typed ?? '')
  const [ticked, setTicked] = useState(atStart)
  const [moved, setMoved] = useState<number>()
  const found = onSearch ? options : findOptions(options, query)
  const ownIndex = query === '' && !several ? found.findIndex(one => one.value === value) : 0
  const index = Math.max(0, Math.min(moved ?? ownIndex, found.length - 1))
  const isUntouched = query.trim() === '' && moved === undefined

  const search = (next: string) => {
    setQuery(next)
    setMoved(undefined)
    onSearch?.(next)
  }
  const toggle = (option: PickOption) => {
    const isTicked = ticked.includes(option.value)
    setTicked(isTicked ? ticked.filter(one => one !== option.value) : [...ticked, option.value])
  }
  const give = (option: PickOption, direction: Direction) =>
    props.onSave(
      { value: option.value, typed: option.label, ...(onSearch && { name: option.label }) },
      direction,
    )
  const giveTicked = (direction: Direction) => {
    const isSame = ticked.length === atStart.length && ticked.every(one => atStart.includes(one))
    const next = ticked.length === 0 ? null : (ticked as FieldValue)
    const labels = options.filter(one => ticked.includes(one.value)).map(({ label }) => label)
    props.onSave({ value: isSame ? value : next, typed: labels.join(', ') }, direction)
  }

  /** The keys of a list in which several are ticked; true when one was handled. */
  const tickByKey = (event: KeyboardEvent, option: PickOption | undefined): boolean => {
    const direction = directionOf(event)
    if (event.key === ' ' && (query === '' || moved !== undefined)) {
      if (option) toggle(option)
    } else if (event.key === 'Enter' && query !== '') {
      if (!option) return true
      toggle(option)
      search('')
    } else if (direction) giveTicked(direction)
    else return false
    return true
  }
  const pickByKey = (event: KeyboardEvent, option: PickOption | undefined): boolean => {
    const direction = directionOf(event)
    if (!direction) return false
    // Who tabs through picks nothing.
    const goesBy = direction === 'left' || (direction === 'right' && isUntouched)
    if (goesBy) props.onSave({ value, typed: '' }, direction)
    else if (option) give(option, direction)
    return true
  }
  return {
    query,
    search,
    found,
    index,
    isTicked: (option: PickOption) =>
      option.value === null ? ticked.length === 0 : ticked.includes(option.value),
    pick: (option: PickOption) => (several ? toggle(option) : give(option, 'stay')),
    onKeyDown: (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const step = STEPS[event.key]
      const byKey = several ? tickByKey : pickByKey
      if (event.key === 'Escape') props.onCancel()
      else if (step !== undefined) setMoved(Math.max(0, Math.min(index + step, found.length - 1)))
      else if (!byKey(event, found[index])) return
      event.preventDefault()
    },
    leave: () => {
      const meant = query.trim() === '' ? found[index] : found.length === 1 ? found[0] : undefined
      if (several) giveTicked(undefined)
      else if (isUntouched) props.onCancel(true)
      else if (meant) give(meant, undefined)
      else if (found.length === 0) props.onLeaveBad(query, t('problems.notAChoice'))
      else props.onLeaveBad(query, t('severalFound', { typed: query }))
    },
  }
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
