import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import { useProblemWords } from './problem-words.ts'
import { inputText, readInput } from './read-input.ts'
import { townFor } from './town-for.ts'

type Direction = Parameters<CellEditorProps['onSave']>[1]

/** What is typed into a cell, what is wrong with it, and what leaving the cell then does. */
export function useTypedValue({ field, row, today, ...props }: CellEditorProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const words = useProblemWords()
  const value = row.values[field.id] ?? null
  const atStart = inputText(value, field, language)
  const [typed, setTyped] = useState(props.typed ?? atStart)
  const [isAsked, setIsAsked] = useState(props.reason !== undefined)
  const [takesTown, setTakesTown] = useState(true)
  const keepButton = useRef<HTMLButtonElement>(null)

  const reading = readInput(typed, field, today)
  const town = townFor(field.id, reading, row.values, language)
  const complaint = 'problem' in reading ? words(reading.problem, reading.accepted) : undefined
  // That a day is no day is told once it should be one; that something is too long, at once.
  const isTold = isAsked || ('problem' in reading && reading.problem === 'tooLong')
  const isDoubtful = 'warning' in reading && reading.warning !== undefined
  const isUntouched = typed === atStart && props.typed === undefined
  const isFine = complaint === undefined && !isDoubtful

  const give = (direction: Direction, keepInvalid = false) => {
    if ('problem' in reading) return
    const also = town && takesTown ? { also: town } : {}
    props.onSave({ value: reading.value, typed, ...(keepInvalid && { keepInvalid }), ...also }, direction)
  }
  return {
    typed,
    type: (next: string) => {
      setTyped(next)
      setIsAsked(false)
    },
    day: 'value' in reading && typeof reading.value === 'string' ? reading.value : undefined,
    complaint: isTold ? complaint : undefined,
    isWrong: !isFine,
    isDoubtful,
    reason: isFine ? props.reason : undefined,
    keepButton,
    keep: () => give('stay', true),
    town: town && { name: String(town.value), isTaken: takesTown, take: setTakesTown },
    /** Enter and Tab: saves, or says what is wrong. */
    attempt: (direction: Direction) => {
      if (isUntouched) props.onSave({ value, typed }, direction)
      else if (isFine) give(direction)
      else {
        setIsAsked(true)
        // What is kept although it is wrong is kept by a press of its own.
        if (isDoubtful && direction === 'right') keepButton.current?.focus()
      }
    },
    /** A click elsewhere: saves, or leaves what is wrong in the cell. */
    leave: () => {
      if (isUntouched) props.onCancel(true)
      else if (isFine) give(undefined)
      else props.onLeaveBad(typed, complaint ?? t('wrongCheckDigits'))
    },
  }
}

export type TypedValue = ReturnType<typeof useTypedValue>
