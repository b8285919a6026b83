import { Alert, Button, Checkbox, Group, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSWORD } from '#kernel/password.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { changePassword } from '../sign-in-api.ts'
import { useMe } from './use-me.ts'

type Problem = 'passwordMissing' | 'passwordDialog.tooShort' | 'passwordDialog.different'
type Part = 'currentPassword' | 'newPassword' | 'repeated'

/** Lets users choose another password; what they typed stays when it is refused. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('signIn')
  const { user } = useMe()
  const [problems, setProblems] = useState<Partial<Record<Part, Problem>>>({})
  const { mutate, error, isPending } = useMutation({
    mutationFn: call.bind(null, changePassword),
    onSuccess: () => {
      notifications.show({ message: t('passwordDialog.done') })
      onClose()
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const [currentPassword = '', newPassword = '', repeated = ''] = PARTS.map(part => String(typed.get(part)))
    const found = problemsIn({ currentPassword, newPassword, repeated })
    setProblems(found)
    const first = PARTS.find(part => found[part])
    if (first) return focusOn(event.currentTarget, first)
    mutate({ body: { currentPassword, newPassword, revokeOtherSessions: typed.has('endOthers') } })
  }

  const refused = error instanceof ApiError ? error.fields : []
  const fieldProps = (part: Part) => {
    const problem = problems[part]
    const own = problem && t(problem, { count: SHORTEST_PASSWORD })
    return {
      name: part,
      error: own ?? refused.find(field => field.path.endsWith(part))?.message,
      visibilityToggleButtonProps: { 'aria-label': t('showPassword') },
    }
  }

  return (
    <Dialog title={t('account.changePassword')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {/* Password managers look for whose password this is. */}
          <input type="email" autoComplete="username" value={user.email} readOnly hidden />
          {error && refused.length === 0 && (
            <Alert color="red" role="alert">
              {error.message}
            </Alert>
          )}
          <PasswordInput
            {...fieldProps('currentPassword')}
            label={t('passwordDialog.current')}
            autoComplete="current-password"
            data-autofocus
          />
          <PasswordInput
            {...fieldProps('newPassword')}
            label={t('passwordDialog.wanted')}
            description={t('passwordDialog.wantedHint', { count: SHORTEST_PASSWORD })}
            autoComplete="new-password"
          />
          <PasswordInput
            {...fieldProps('repeated')}
            label={t('passwordDialog.repeated')}
            autoComplete="new-password"
          />
          <Checkbox name="endOthers" label={t('passwordDialog.endOthers')} defaultChecked />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('passwordDialog.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('passwordDialog.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

const PARTS = ['currentPassword', 'newPassword', 'repeated'] as const satisfies readonly Part[]

function problemsIn(typed: Readonly<Record<Part, string>>): Partial<Record<Part, Problem>> {
  return {
    ...(typed.currentPassword === '' && { currentPassword: 'passwordMissing' }),
    ...(typed.newPassword.length < SHORTEST_PASSWORD && { newPassword: 'passwordDialog.tooShort' }),
    ...(typed.repeated !== typed.newPassword && { repeated: 'passwordDialog.different' }),
  }
}

function focusOn(form: HTMLFormElement, part: Part): void {
  const input = form.elements.namedItem(part)
  if (input instanceof HTMLElement) input.focus()
}
