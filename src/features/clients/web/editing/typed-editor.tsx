import { ActionIcon, Button, Checkbox, Loader } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDateKind } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import classes from './editing.module.css'
import { EditorFrame } from './editor-frame.tsx'
import { directionOf, isComposing } from './editor-keys.ts'
import { useProblemWords } from './problem-words.ts'
import { inputText, readInput } from './read-input.ts'
import { townFor } from './town-for.ts'

// The calendar is worth its weight only to those who open it.
const Calendar = lazy(async () => ({
  default: (await import('../panels/value-editors/calendar.tsx')).Calendar,
}))

/** A value that is typed: what cannot be understood stays, with the reason, until it is corrected or given up. */
export function TypedEditor(props: CellEditorProps) {
  const { field, row, today, onSave, onLeaveBad, onCancel } = props
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const words = useProblemWords()
  const value = row.values[field.id] ?? null
  const atStart = inputText(value, field, language)
  const [typed, setTyped] = useState(props.typed ?? atStart)
  const [isAsked, setIsAsked] = useState(props.reason !== undefined)
  const [isPicking, setIsPicking] = useState(false)
  const [takesTown, setTakesTown] = useState(true)
  const keepButton = useRef<HTMLButtonElement>(null)
  const input = useRef<HTMLInputElement>(null)

  const reading = readInput(typed, field, today)
  const town = townFor(field.id, reading, row.values, language)
  const complaint = 'problem' in reading ? words(reading.problem, reading.accepted) : undefined
  const doubt = 'warning' in reading && reading.warning !== undefined
  const isUntouched = typed === atStart && props.typed === undefined

  const give = (direction: Parameters<typeof onSave>[1], keepInvalid = false) => {
    if ('problem' in reading) return
    onSave(
      {
        value: reading.value,
        typed,
        ...(keepInvalid && { keepInvalid }),
        ...(town && takesTown && { also: town }),
      },
      direction,
    )
  }
  const attempt = (direction: ReturnType<typeof directionOf>) => {
    if (isUntouched) onSave({ value, typed }, direction)
    else if (complaint === undefined && !doubt) give(direction)
    else {
      setIsAsked(true)
      // What is kept although it is wrong is kept by a press of its own.
      if (doubt && direction === 'right') keepButton.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directionOf(event)
    if (isComposing(event)) return
    if (event.key === 'Escape') onCancel()
    else if (direction) attempt(direction)
    else if (event.key === 'ArrowDown' && event.altKey && isDateKind(field.kind)) setIsPicking(true)
    else return
    event.preventDefault()
  }
  const onLeave = () => {
    if (isUntouched) onCancel(true)
    else if (complaint === undefined && !doubt) give(undefined)
    else onLeaveBad(typed, complaint ?? t('wrongCheckDigits'))
  }

  return (
    <EditorFrame
      label={t('editorOf', { field: field.label, name: String(row.values['identity.name'] ?? '') })}
      findCell={props.findCell}
      minWidth={isDateKind(field.kind) ? 150 : 130}
      onLeave={onLeave}
      panel={
        <>
          {(isAsked || isFirmProblem(reading)) && complaint !== undefined && (
            <div role="alert" className={classes.problem}>
              {complaint}
            </div>
          )}
          {complaint === undefined && !doubt && props.reason !== undefined && (
            <div role="alert" className={classes.problem}>
              {props.reason}
            </div>
          )}
          {doubt && (
            <div role="alert" className={classes.doubt}>
              {t('wrongCheckDigits')}
              <Button
                ref={keepButton}
                size="compact-xs"
                variant="default"
                onClick={() => give('stay', true)}
                onKeyDown={event => event.key === 'Escape' && onCancel()}
              >
                {t('keepInvalid')}
              </Button>
            </div>
          )}
          {town && (
            <Checkbox
              className={classes.also ?? ''}
              size="xs"
              checked={takesTown}
              onChange={event => setTakesTown(event.currentTarget.checked)}
              label={t('alsoTown', { town: String(town.value) })}
            />
          )}
          {isPicking && (
            <Suspense fallback={<Loader size="sm" />}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the days inside */}
              <div
                className={classes.calendar}
                onKeyDown={event => {
                  if (event.key !== 'Escape') return
                  event.stopPropagation()
                  setIsPicking(false)
                  input.current?.focus()
                }}
              >
                <Calendar
                  value={'value' in reading && typeof reading.value === 'string' ? reading.value : undefined}
                  language={language}
                  onPick={day => onSave({ value: day, typed: inputText(day, field, language) }, 'stay')}
                />
              </div>
            </Suspense>
          )}
        </>
      }
    >
      <input
        ref={input}
        className={classes.input}
        // biome-ignore lint/a11y/noAutofocus: whoever opens an editor types into it
        autoFocus
        onFocus={event => props.typed === undefined && event.currentTarget.select()}
        aria-label={field.label}
        aria-invalid={complaint !== undefined || doubt || undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        placeholder={field.kind === 'nationalNumber' && value !== null ? t('replaceNumber') : undefined}
        inputMode={field.kind === 'money' ? 'decimal' : undefined}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setIsAsked(false)
        }}
        onKeyDown={onKeyDown}
      />
      {isDateKind(field.kind) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={t('openCalendar')}
          onClick={() => setIsPicking(!isPicking)}
        >
          <IconCalendar size={15} />
        </ActionIcon>
      )}
    </EditorFrame>
  )
}

/** Too long is told while it is typed; that a day is no day only once it should be one. */
const isFirmProblem = (reading: ReturnType<typeof readInput>): boolean =>
  'problem' in reading && reading.problem === 'tooLong'
