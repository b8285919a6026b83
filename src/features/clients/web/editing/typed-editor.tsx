import { ActionIcon, Loader } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldKind } from '#kernel/fields/field.ts'
import { isDateKind } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import classes from './editing.module.css'
import { EditorFrame } from './editor-frame.tsx'
import { directionOf, isComposing } from './editor-keys.ts'
import { inputText } from './read-input.ts'
import { TypedNotes } from './typed-notes.tsx'
import { useTypedValue } from './use-typed-value.ts'

// The calendar is worth its weight only to those who open it.
const Calendar = lazy(async () => ({
  default: (await import('../panels/value-editors/calendar.tsx')).Calendar,
}))

/** A value that is typed: what cannot be understood stays, with the reason, until it is corrected or given up. */
export function TypedEditor(props: CellEditorProps) {
  const { field, row, onSave, onCancel } = props
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const value = useTypedValue(props)
  const [isPicking, setIsPicking] = useState(false)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isDay = isDateKind(field.kind)
  // With several lines it is as tall as its text.
  const Box = field.kind === 'longText' ? 'textarea' : 'input'
  const isReplaced = field.kind === 'nationalNumber' && (row.values[field.id] ?? null) !== null
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement & HTMLTextAreaElement>) => {
    const direction = directionOf(event)
    if (isComposing(event)) return
    if (event.key === 'Enter' && event.altKey && Box === 'textarea') {
      event.preventDefault()
      insertLine(event.currentTarget as HTMLTextAreaElement)
      return value.type(event.currentTarget.value)
    }
    if (event.key === 'Escape') onCancel()
    else if (direction) value.attempt(direction)
    else if (event.key === 'ArrowDown' && event.altKey && isDay) setIsPicking(true)
    else if (event.key === 'ArrowDown' && event.altKey && value.town) value.town.take(!value.town.isTaken)
    else return
    event.preventDefault()
  }
  const closeCalendar = () => {
    setIsPicking(false)
    input.current?.focus()
  }
  return (
    <EditorFrame
      label={t('editorOf', { field: field.label, name: String(row.values['identity.name'] ?? '') })}
      findCell={props.findCell}
      minWidth={isDay ? 150 : 130}
      onLeave={value.leave}
      panel={
        <>
          <TypedNotes value={value} onCancel={onCancel} />
          {isPicking && (
            <Suspense fallback={<Loader size="sm" />}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the days inside */}
              <div
                className={classes.calendar}
                onKeyDown={event => event.key === 'Escape' && closeCalendar()}
              >
                <Calendar
                  value={value.day}
                  language={language}
                  onPick={day => onSave({ value: day, typed: inputText(day, field, language) }, 'stay')}
                />
              </div>
            </Suspense>
          )}
        </>
      }
    >
      <Box
        ref={input}
        className={classes.input}
        autoFocus
        onFocus={(event: FocusEvent<HTMLInputElement & HTMLTextAreaElement>) =>
          props.typed === undefined && event.currentTarget.select()
        }
        aria-label={field.label}
        aria-invalid={value.isWrong || undefined}
        autoComplete="off"
        spellCheck={false}
        value={value.typed}
        placeholder={isReplaced ? t('replaceNumber') : undefined}
        inputMode={INPUT_MODES[field.kind]}
        onChange={(event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
          value.type(event.currentTarget.value)
        }
        onKeyDown={onKeyDown}
      />
      {isDay && (
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

/** The keyboard that a phone offers. */
const INPUT_MODES: Partial<Record<FieldKind, 'decimal' | 'email' | 'tel' | 'url'>> = {
  number: 'decimal',
  url: 'url',
  money: 'decimal',
  email: 'email',
  phone: 'tel',
}

/** Alt+Enter starts a new line, as in Excel, where Enter alone saves. */
const insertLine = (box: HTMLTextAreaElement): void =>
  box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end')
