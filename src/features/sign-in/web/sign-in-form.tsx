import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import { signIn } from '../sign-in-api.ts'

/**
 * E-mail and password. The fields keep what was typed, and what a password manager filled in, for as long as the form
 * is there: React does not hold their values.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('signIn')
  const form = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [capsLock, setCapsLock] = useState(false)
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: call.bind(null, signIn),
    onSuccess: onSignedIn,
    onError: () => inputOf(form.current, 'password')?.select(),
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const email = String(typed.get('email')).trim()
    const password = String(typed.get('password'))
    const empty = [...(email ? [] : ['email']), ...(password ? [] : ['password'])]
    setMissing(empty)
    reset()
    if (empty[0]) inputOf(event.currentTarget, empty[0])?.focus()
    else mutate({ body: { email, password } })
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          autoFocus
          error={missing.includes('email') && t('emailMissing')}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          error={missing.includes('password') && t('passwordMissing')}
          description={capsLock && t('capsLock')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
        />
        <Button type="submit" fullWidth loading={isPending}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  )
}

function inputOf(form: HTMLFormElement | null, name: string): HTMLInputElement | undefined {
  const input = form?.elements.namedItem(name)
  return input instanceof HTMLInputElement ? input : undefined
}
