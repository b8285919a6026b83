import { Input, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Invitation,
  inviteCollaborator,
  type NewCollaborator,
} from '#features/collaborators/collaborators-api.ts'
import { roleName } from '#features/collaborators/role-names.ts'
import { LEVEL_NAMES } from '#features/portfolios/level-names.ts'
import { getPortfolioSettings } from '#features/portfolios/portfolio-settings-api.ts'
import { PORTFOLIO_LEVELS, type PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import { FIRM_ROLES, type FirmRole } from '#features/sign-in/sign-in-api.ts'
import { isEmail } from '#kernel/email.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

interface InviteDialogProps {
  onInvited: (name: string, invitation: Invitation) => void
  onClose: () => void
}

type Levels = Readonly<Record<number, PortfolioLevel>>

/** Invites somebody, with a role and a right in some portfolios. */
export function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<FirmRole>('collaborator')
  const [levels, setLevels] = useState<Levels>({})
  const [complains, setComplains] = useState(false)
  const inviting = useSaving((body: NewCollaborator) => call(inviteCollaborator, { body }), {
    told: (invitation, body) => onInvited(body.name, invitation),
  })
  const isComplete = name.trim() !== '' && isEmail(email.trim())
  const submit = () => {
    setComplains(!isComplete)
    const granted = role === 'administrator' ? {} : levels
    const portfolios = Object.entries(granted).map(([id, level]) => ({ id: Number(id), level }))
    if (isComplete) inviting.mutate({ name: name.trim(), email: email.trim(), role, portfolios })
  }
  return (
    <Dialog title={t('collaborators.invite')} onClose={onClose}>
      <SettingsForm
        submitLabel={t('collaborators.send')}
        isPending={inviting.isPending}
        error={inviting.error}
        ownPaths={['name', 'email']}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          data-autofocus
          required
          label={t('name')}
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={complains && name.trim() === '' ? t('nameMissing') : refusalOf(inviting.error, 'name')}
        />
        <TextInput
          required
          type="email"
          label={t('collaborators.email')}
          autoComplete="off"
          value={email}
          onChange={event => {
            setEmail(event.currentTarget.value)
            inviting.reset()
          }}
          error={
            complains && !isEmail(email.trim())
              ? t('collaborators.emailMissing')
              : refusalOf(inviting.error, 'email')
          }
        />
        <NativeSelect
          label={t('collaborators.role')}
          value={role}
          data={FIRM_ROLES.map(value => ({ value, label: roleName(value, language) }))}
          onChange={event => setRole(event.currentTarget.value as FirmRole)}
        />
        {role === 'administrator' ? (
          <Text c="dimmed">{t('collaborators.administratorManagesAll')}</Text>
        ) : (
          <PortfolioLevels levels={levels} onChange={setLevels} />
        )}
      </SettingsForm>
    </Dialog>
  )
}

interface PortfolioLevelsProps {
  levels: Levels
  onChange: (levels: Levels) => void
}

function PortfolioLevels({ levels, onChange }: PortfolioLevelsProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { data } = useQuery(queryOf(getPortfolioSettings))
  const change = (id: number, level: string) => {
    const { [id]: _before, ...others } = levels
    onChange(level === 'none' ? others : { ...others, [id]: level as PortfolioLevel })
  }
  return (
    <Input.Wrapper label={t('collaborators.portfolios')} labelElement="div">
      <Stack gap={6} mt={4} mah={220} style={{ overflowY: 'auto' }}>
        {data?.portfolios.map(({ id, name }) => (
          <NativeSelect
            key={id}
            aria-label={t('collaborators.levelIn', { portfolio: name })}
            leftSection={<Text truncate>{name}</Text>}
            leftSectionWidth={170}
            leftSectionProps={{ style: { justifyContent: 'flex-start', paddingInlineStart: 12 } }}
            value={levels[id] ?? 'none'}
            data={(['none', ...PORTFOLIO_LEVELS] as const).map(value => ({
              value,
              label: LEVEL_NAMES[value][language],
            }))}
            onChange={event => change(id, event.currentTarget.value)}
          />
        ))}
      </Stack>
    </Input.Wrapper>
  )
}
