import { Textarea, TextInput } from '@mantine/core'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TypedReading } from './typed-values.ts'

export interface TypedInputProps {
  label: string
  /** What the box holds at first; from then on it keeps what is typed, right or wrong. */
  shown: string
  read(typed: string): TypedReading
  /** Why what was typed is refused; without it, that it is not understood. */
  complaintFor?(typed: string, refused: Extract<TypedReading, { problem: string }>): string
  /** The value, or undefined while there is none that can be understood. */
  onChange(value: string | number | undefined): void
  /** What is wrong as long as nothing is typed. */
  problem?: string | undefined
  placeholder?: string | undefined
  leftSection?: ReactNode
  rightSection?: ReactNode
  numeric?: boolean
  /** For a text of several lines. */
  hasLines?: boolean
}

/** A box for a value that is typed; what cannot be understood stays in it, with the reason. */
export function TypedInput(props: TypedInputProps) {
  const { t } = useTranslation('panels')
  const [typed, setTyped] = useState(props.shown)
  const [left, setLeft] = useState(false)
  const reading = props.read(typed)
  // When the box is left, or when Enter in it was refused.
  const isAsked = left || props.problem !== undefined
  const complaint =
    isAsked && 'problem' in reading
      ? (props.complaintFor?.(typed, reading) ??
        t('value.notUnderstood', { typed, accepted: reading.accepted }))
      : undefined

  const change = (next: string) => {
    setTyped(next)
    const nextReading = props.read(next)
    props.onChange('problem' in nextReading ? undefined : nextReading.value)
  }

  const box = {
    'aria-label': props.label,
    size: 'xs',
    value: typed,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change(event.currentTarget.value),
    onBlur: () => setLeft(true),
    error: complaint ?? ('problem' in reading ? undefined : props.problem),
    placeholder: props.placeholder,
    leftSection: props.leftSection,
    rightSection: props.rightSection,
    autoComplete: 'off',
  }
  if (props.hasLines) return <Textarea {...box} autosize minRows={3} maxRows={8} />
  return <TextInput {...box} {...(props.numeric ? { inputMode: 'numeric' as const } : {})} />
}
