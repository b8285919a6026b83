import { Button, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AssignmentRole,
  createAssignmentRole,
  listAssignmentRoles,
  orderAssignmentRoles,
  type RoleName,
  removeAssignmentRole,
  renameAssignmentRole,
} from '#features/assignment-roles/assignment-roles-api.ts'
import { isRequiredRole } from '#features/assignment-roles/role-code.ts'
import { LANGUAGES } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { LANGUAGE_NAMES, useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { MoveButtons, RowActions } from './row-actions.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useOrdering } from './use-ordering.ts'
import { useSaving } from './use-saving.ts'

type Opened = { kind: 'edit'; role?: AssignmentRole } | { kind: 'remove'; role: AssignmentRole }

/** What a user can be for a client. */
export function RolesSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(listAssignmentRoles))
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  return (
    <Section
      title={t('sections.roles')}
      hint={t('roles.hint')}
      query={query}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind: 'edit' })}>
          {t('roles.add')}
        </Button>
      }
    >
      {({ roles }) => (
        <>
          <RoleTable roles={roles} onOpen={setOpened} />
          {opened?.kind === 'edit' && <EditRole role={opened.role} onClose={close} />}
          {opened?.kind === 'remove' && <RemoveRole role={opened.role} onClose={close} />}
        </>
      )}
    </Section>
  )
}

interface RoleTableProps {
  roles: readonly AssignmentRole[]
  onOpen: (opened: Opened) => void
}

function RoleTable({ roles, onOpen }: RoleTableProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { ordered, move } = useOrdering(roles, ids => call(orderAssignmentRoles, { body: { ids } }))
  const whyKept = (role: AssignmentRole): string | undefined => {
    if (isRequiredRole(role)) return t('roles.required')
    const { clients: count } = role
    return count > 0 ? t('roles.stillUsed', { count, number: formatCount(count, language) }) : undefined
  }
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            {LANGUAGES.map(one => (
              <th key={one} scope="col">
                {LANGUAGE_NAMES[one]}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('clients')}
            </th>
            <th scope="col" className={styles.narrow} aria-label={t('actions')} />
          </tr>
        </thead>
        <tbody>
          {ordered.map((role, index) => (
            <tr key={role.id}>
              {LANGUAGES.map(one => (
                <td key={one} lang={one}>
                  {role.name[one]}
                </td>
              ))}
              <td className={styles.number}>{formatCount(role.clients, language)}</td>
              <td className={styles.narrow}>
                <MoveButtons
                  name={role.name[language]}
                  index={index}
                  count={ordered.length}
                  onMove={by => move(index, by)}
                />
                <RowActions
                  name={role.name[language]}
                  actions={[
                    { label: t('edit'), icon: IconPencil, run: () => onOpen({ kind: 'edit', role }) },
                    {
                      label: t('remove'),
                      icon: IconTrash,
                      isDangerous: true,
                      reason: whyKept(role),
                      run: () => onOpen({ kind: 'remove', role }),
                    },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const EMPTY: RoleName = { fr: '', nl: '', de: '', en: '' }

function EditRole({ role, onClose }: { role: AssignmentRole | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState<RoleName>(role?.name ?? EMPTY)
  const [complains, setComplains] = useState(false)
  const saving = useSaving(
    async () => {
      if (role) await call(renameAssignmentRole, { params: { id: role.id }, body: { name } })
      else await call(createAssignmentRole, { body: { name } })
    },
    {
      told: () => {
        notifications.show({ message: t('saved') })
        onClose()
      },
    },
  )
  const submit = () => {
    setComplains(true)
    if (LANGUAGES.every(language => name[language].trim() !== '')) saving.mutate(undefined)
  }
  return (
    <Dialog title={role ? t('roles.edit') : t('roles.add')} onClose={onClose}>
      <SettingsForm
        submitLabel={role ? t('save') : t('add')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={LANGUAGES.map(language => `name.${language}`)}
        onSubmit={submit}
        onClose={onClose}
      >
        {LANGUAGES.map((language, index) => (
          <TextInput
            key={language}
            required
            {...(index === 0 && { 'data-autofocus': true })}
            label={t('roles.nameIn', { language: t(`roles.languages.${language}`) })}
            maxLength={60}
            autoComplete="off"
            lang={language}
            value={name[language]}
            onChange={event => {
              setName({ ...name, [language]: event.currentTarget.value })
              saving.reset()
            }}
            error={
              complains && name[language].trim() === ''
                ? t('nameMissing')
                : refusalOf(saving.error, `name.${language}`)
            }
          />
        ))}
      </SettingsForm>
    </Dialog>
  )
}

function RemoveRole({ role, onClose }: { role: AssignmentRole; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const name = role.name[useLanguage()]
  const removing = useSaving(() => call(removeAssignmentRole, { params: { id: role.id } }), {
    told: () => {
      notifications.show({ message: t('roles.removed', { name }) })
      onClose()
    },
  })
  return (
    <Dialog title={t('roles.removeTitle', { name })} onClose={onClose}>
      <SettingsForm
        submitLabel={t('roles.removeConfirm')}
        isDangerous
        isPending={removing.isPending}
        error={removing.error}
        onSubmit={() => removing.mutate(undefined)}
        onClose={onClose}
      >
        <Text>{t('roles.removeHint')}</Text>
      </SettingsForm>
    </Dialog>
  )
}
