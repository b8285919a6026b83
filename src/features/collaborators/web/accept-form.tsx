import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#kernel/password.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { acceptInvitation } from '../invitations-api.ts'

interface AcceptFormProps {
  token: string
  name: string
  email: string
  /** The link does not work any more. */
  onRefused: () => void
}

type Part = 'name' | 'password' | 'repeated'
const PARTS: readonly Part[] = ['name', 'password', 'repeated']

/** Name and password of somebody who starts to work. */
export function AcceptForm({ token, name, email, onRefused }: AcceptFormProps) {
  const { t } = useTranslation('invitation')
  const language = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<readonly Part[]>([])
  const { mutate, error, isPending } = useMutation({
    mutationFn: call.bind(null, acceptInvitation),
    onSuccess() {
      queries.clear()
      void navigate({ to: '/clients', replace: true })
    },
    onError: refused => refused instanceof ApiError && refused.code === 'conflict' && onRefused(),
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const [chosen = '', password = '', repeated = ''] = PARTS.map(part => String(typed.get(part)))
    const found = PARTS.filter(
      part =>
        (part === 'name' && chosen.trim() === '') ||
        (part === 'password' && password.length < SHORTEST_PASSWORD) ||
        (part === 'repeated' && repeated !== password),
    )
    setWrong(found)
    const [first] = found
    if (!first) return mutate({ body: { token, name: chosen.trim(), password, language } })
    const input = form.elements.namedItem(first)
    if (input instanceof HTMLInputElement) input.focus()
  }

  const hint = t('passwordHint', { count: SHORTEST_PASSWORD })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <TextInput
          type="email"
          label={t('email')}
          autoComplete="username"
          value={email}
          readOnly
          variant="filled"
        />
        <TextInput
          name="name"
          label={t('name')}
          autoComplete="name"
          maxLength={100}
          defaultValue={name}
          error={wrong.includes('name') && t('nameMissing')}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          description={hint}
          autoComplete="new-password"
          autoFocus
          maxLength={LONGEST_PASSWORD}
          error={wrong.includes('password') && hint}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <PasswordInput
          name="repeated"
          label={t('repeated')}
          autoComplete="new-password"
          maxLength={LONGEST_PASSWORD}
          error={wrong.includes('repeated') && t('different')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" fullWidth loading={isPending}>
          {t('accept')}
        </Button>
      </Stack>
    </form>
  )
}
