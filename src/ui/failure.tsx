import { Alert, Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Says in place what could not be loaded, and offers to try again. */
export function Failure({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <Alert color="red" role="alert">
      <Group justify="space-between" gap="sm">
        {message}
        <Button variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  )
}
