import { Alert, Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError, call } from '#ui/api-client.ts'
import { CardPage } from '#ui/card-page.tsx'
import { usePageTitle } from '#ui/page-title.ts'
import { type InvitationState, lookUpInvitation } from '../invitations-api.ts'
import { AcceptForm } from './accept-form.tsx'

/** Where the link of an invitation leads: choose a password, or learn why the link works no more. */
export function InvitationPage() {
  const { t } = useTranslation(['invitation', 'signIn'])
  const { token = '' } = useParams({ strict: false })
  usePageTitle(t('title'))
  const { data, error, refetch } = useQuery({
    queryKey: [lookUpInvitation.path, token],
    queryFn: () => call(lookUpInvitation, { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <CardPage title="Fiduscope" languageLabel={t('signIn:language')}>
      {!data && !error && <Skeleton h={260} />}
      {error && <Closed state={isUnknown(error) ? 'unknown' : { message: error.message }} />}
      {data && data.state !== 'open' && <Closed state={data.state} />}
      {data?.state === 'open' && (
        <>
          <Text c="dimmed" mb="lg">
            {t('welcome', { firm: data.firm })}
          </Text>
          <AcceptForm
            token={token}
            name={data.name ?? ''}
            email={data.email ?? ''}
            onRefused={() => void refetch()}
          />
        </>
      )}
    </CardPage>
  )
}

const isUnknown = (error: Error): boolean =>
  error instanceof ApiError && (error.code === 'notFound' || error.code === 'badInput')

type Reason = Exclude<InvitationState, 'open'> | 'unknown' | { message: string }

/** Why the link leads nowhere, and where to go instead. */
function Closed({ state }: { state: Reason }) {
  const { t } = useTranslation('invitation')
  return (
    <>
      <Alert color={state === 'used' ? 'blue' : 'orange'} role="alert" mt="sm" mb="md">
        {typeof state === 'string' ? t(state) : state.message}
      </Alert>
      <Anchor component={Link} to="/sign-in">
        {t('signIn')}
      </Anchor>
    </>
  )
}
