import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Failure } from '#ui/failure.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { endSession, listSessions, type OpenSession } from '../sign-in-api.ts'
import { describeDevice } from './describe-device.ts'

const sessionsQuery = queryOf(listSessions)

/** Where the user is signed in, and a way to end it elsewhere. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('signIn')
  const { data, error, refetch } = useQuery({ ...sessionsQuery, staleTime: 0 })
  return (
    <Dialog title={t('account.sessions')} onClose={onClose}>
      <Text c="dimmed" mb="sm">
        {t('sessionsDialog.hint')}
      </Text>
      {error && <Failure message={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={88} />}
      <Stack gap="xs" component="ul" m={0} p={0}>
        {data?.sessions.map(session => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Stack>
    </Dialog>
  )
}

function SessionRow({ session }: { session: OpenSession }) {
  const { t } = useTranslation('signIn')
  const language = useLanguage()
  const end = useEndSession()
  const device = describeDevice(session.userAgent) ?? t('sessionsDialog.unknown')
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm" mih={44}>
      <div>
        <Text fw={600}>{device}</Text>
        <Text size="xs" c="dimmed">
          {t('sessionsDialog.lastSeen', { moment: formatMoment(session.lastSeenAt, language) })}
        </Text>
      </div>
      {session.current ? (
        <Badge variant="light" tt="none" fw={500} flex="none">
          {t('sessionsDialog.current')}
        </Badge>
      ) : (
        <Button
          variant="default"
          flex="none"
          aria-label={t('sessionsDialog.endNamed', { device })}
          loading={end.isPending}
          onClick={() => end.mutate(session.id)}
        >
          {t('sessionsDialog.end')}
        </Button>
      )}
    </Group>
  )
}

function useEndSession() {
  const { t } = useTranslation('signIn')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(endSession, { params: { id } }),
    onSuccess: () => {
      notifications.show({ message: t('sessionsDialog.ended') })
      return queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
    onError: ({ message }) => notifications.show({ message, color: 'red' }),
  })
}
