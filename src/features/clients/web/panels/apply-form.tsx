import { Button, Divider, Group } from '@mantine/core'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { focusFirstProblem } from './focus-first-problem.ts'

export interface ApplyFormProps {
  /** Answers false when something in the form is not right yet. */
  onSubmit(): boolean
  onClear(): void
  disabled?: boolean
  children: ReactNode
}

/** What both views of a filter menu end with; Enter applies, in a list of values as well. */
export function ApplyForm({ onSubmit, onClear, disabled = false, children }: ApplyFormProps) {
  const { t } = useTranslation('panels')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!onSubmit()) focusFirstProblem(event.currentTarget)
  }
  const submitFromList = (event: KeyboardEvent<HTMLFormElement>) => {
    const inList = event.target instanceof Element && event.target.getAttribute('role') === 'listbox'
    if (event.key !== 'Enter' || !inList) return
    // The focus goes elsewhere when the menu closes: the key must not press what gets it.
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form onSubmit={submit} onKeyDown={submitFromList} noValidate>
      {children}
      <Divider my="xs" />
      <Group justify="space-between">
        <Button size="xs" variant="default" onClick={onClear}>
          {t('clear')}
        </Button>
        <Button size="xs" type="submit" disabled={disabled}>
          {t('apply')}
        </Button>
      </Group>
    </form>
  )
}
