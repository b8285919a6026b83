import { Badge, Select, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Collaborator, changeCollaborator } from '#features/collaborators/collaborators-api.ts'
import { roleName } from '#features/collaborators/role-names.ts'
import { STATE_NAMES } from '#features/collaborators/state-names.ts'
import { LEVEL_NAMES } from '#features/portfolios/level-names.ts'
import { getPortfolioSettings } from '#features/portfolios/portfolio-settings-api.ts'
import { FIRM_ROLES, type FirmRole, getMe } from '#features/sign-in/sign-in-api.ts'
import { call } from '#ui/api-client.ts'
import { formatMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import type { OpenedForCollaborator } from './opened-for-collaborator.ts'
import { RowActions } from './row-actions.tsx'
import styles from './settings.module.css'
import { useCollaboratorActions } from './use-collaborator-actions.ts'
import { useSaving } from './use-saving.ts'

interface CollaboratorTableProps {
  collaborators: readonly Collaborator[]
  onOpen: (opened: OpenedForCollaborator) => void
}

const SEARCHED_FROM = 12

export function CollaboratorTable({ collaborators, onOpen }: CollaboratorTableProps) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const found = collaborators.filter(({ name, email }) =>
    `${name} ${email}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <>
      {collaborators.length >= SEARCHED_FROM && (
        <TextInput
          maw={300}
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <Text c="dimmed">{t('nothingFound', { text })}</Text>}
      {found.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('collaborators.role')}</th>
                <th scope="col">{t('collaborators.portfolios')}</th>
                <th scope="col">{t('collaborators.lastSignIn')}</th>
                <th scope="col">{t('collaborators.state')}</th>
                <th scope="col" className={styles.narrow} aria-label={t('actions')} />
              </tr>
            </thead>
            <tbody>
              {found.map(collaborator => (
                <CollaboratorRow key={collaborator.id} collaborator={collaborator} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

interface CollaboratorRowProps {
  collaborator: Collaborator
  onOpen: (opened: OpenedForCollaborator) => void
}

function CollaboratorRow({ collaborator, onOpen }: CollaboratorRowProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { data: me } = useQuery(queryOf(getMe))
  const { id, name, email, state, lastSignInAt } = collaborator
  const actions = useCollaboratorActions(collaborator, onOpen)
  return (
    <tr className={state === 'deactivated' ? styles.inactive : undefined}>
      <th scope="row">
        {name}
        {me?.user.id === id && ` (${t('collaborators.you')})`}
        <span className={styles.muted}>{email}</span>
      </th>
      <td>
        <RoleSelect collaborator={collaborator} />
      </td>
      <td className={styles.wide}>
        <PortfolioWords collaborator={collaborator} />
      </td>
      <td>{lastSignInAt === null ? t('collaborators.never') : formatMoment(lastSignInAt, language)}</td>
      <td>
        <StateWords collaborator={collaborator} />
      </td>
      <td className={styles.narrow}>
        <RowActions name={name} actions={actions} />
      </td>
    </tr>
  )
}

/** Changes the role at once; refused, the one before stays. */
function RoleSelect({ collaborator: { id, name, role, state } }: { collaborator: Collaborator }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const changing = useSaving(
    (wanted: FirmRole) => call(changeCollaborator, { params: { id }, body: { role: wanted } }),
    {
      tellsRefusal: true,
      told: (_, wanted) =>
        notifications.show({
          message: t('collaborators.roleChanged', { name, role: roleName(wanted, language) }),
        }),
    },
  )
  return (
    <Select
      miw={160}
      allowDeselect={false}
      aria-label={t('collaborators.roleOf', { name })}
      disabled={state === 'deactivated' || changing.isPending}
      value={changing.isPending ? changing.variables : role}
      data={FIRM_ROLES.map(value => ({ value, label: roleName(value, language) }))}
      onChange={wanted => changing.mutate(wanted as FirmRole)}
    />
  )
}

function PortfolioWords({ collaborator: { role, portfolios } }: { collaborator: Collaborator }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { data } = useQuery(queryOf(getPortfolioSettings))
  if (role === 'administrator') return t('collaborators.allPortfolios')
  if (portfolios.length === 0) return <Text c="dimmed">{t('collaborators.noPortfolio')}</Text>
  const levels = new Map(portfolios.map(({ id, level }) => [id, level]))
  const words = data?.portfolios.flatMap(({ id, name }) => {
    const level = levels.get(id)
    return level ? [`${name} (${LEVEL_NAMES[level][language].toLocaleLowerCase()})`] : []
  })
  return words?.join(', ')
}

const STATE_COLORS = { active: 'green', invited: 'orange', deactivated: 'gray' } as const

function StateWords({ collaborator: { state, invitedUntil } }: { collaborator: Collaborator }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const isOpen = invitedUntil !== null && new Date(invitedUntil).getTime() > Date.now()
  return (
    <>
      <Badge miw="max-content" variant="light" tt="none" fw={500} color={STATE_COLORS[state]}>
        {STATE_NAMES[state][language]}
      </Badge>
      {state === 'invited' && (
        <span className={styles.muted}>
          {isOpen
            ? t('collaborators.invitedUntil', { moment: formatMoment(invitedUntil, language) })
            : t('collaborators.invitationExpired')}
        </span>
      )}
    </>
  )
}
