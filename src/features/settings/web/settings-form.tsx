import { Alert, Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '#ui/api-client.ts'
import { useHeldDialog } from '#ui/dialog.tsx'

interface SettingsFormProps {
  submitLabel: string
  isDangerous?: boolean
  isPending: boolean
  error: Error | null
  /** Paths of fields that tell their own refusal. */
  ownPaths?: readonly string[]
  onSubmit: () => void
  /** Without it, there is nothing to leave. */
  onClose?: () => void
  children: ReactNode
}

/** A form, in a dialog or on the page, with what the server has against it; nothing that was typed is lost. */
export function SettingsForm(props: SettingsFormProps) {
  const { t } = useTranslation('settings')
  const { submitLabel, isDangerous = false, isPending, error, ownPaths = [], onSubmit, onClose } = props
  useHeldDialog(isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {props.children}
        {error && !ownPaths.some(path => refusalOf(error, path) !== undefined) && (
          <Alert color="red" role="alert" p="xs">
            {error.message}
          </Alert>
        )}
        <Group justify={onClose ? 'flex-end' : 'flex-start'}>
          {onClose && (
            <Button variant="default" onClick={onClose} disabled={isPending}>
              {t('cancel')}
            </Button>
          )}
          <Button type="submit" loading={isPending} {...(isDangerous && { color: 'red' })}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What the server has against one field, in its words; a name that is taken is told at the name. */
export function refusalOf(error: Error | null, path: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const refused = error.fields.find(field => field.path === path)
  return refused?.message ?? (path === 'name' && error.code === 'nameTaken' ? error.message : undefined)
}
