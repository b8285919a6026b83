import { Button, Skeleton } from '@mantine/core'
import { type Icon, IconAlertCircle, IconLock, IconUpload, IconUsersPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list-state.module.css'

interface ListStateProps {
  icon: Icon
  title: string
  hint?: string | undefined
  /** Read out at once, for what went wrong. */
  isAlert?: boolean
  children?: ReactNode
}

/** What stands in the place of the clients when there are none to show: why, and what can be done. */
export function ListState({ icon: Drawing, title, hint, isAlert, children }: ListStateProps) {
  return (
    <div className={classes.state} role={isAlert ? 'alert' : undefined}>
      <Drawing size={34} stroke={1.4} className={classes.icon} aria-hidden />
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children && <div className={classes.ways}>{children}</div>}
    </div>
  )
}

/** The list could not be had; the message says why. */
export function FailedState({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation('clients')
  return (
    <ListState icon={IconAlertCircle} title={t('states.failed')} hint={error.message} isAlert>
      <Button onClick={onRetry}>{t('states.retry')}</Button>
    </ListState>
  )
}

/** No portfolio is open to this user. */
export function NoRightState() {
  const { t } = useTranslation('clients')
  return <ListState icon={IconLock} title={t('states.noRight')} hint={t('states.noRightHint')} />
}

/** The firm, or the portfolio, has no client yet. */
export function NoClientState({
  isPortfolio,
  onImport,
}: {
  isPortfolio: boolean
  onImport: (() => void) | undefined
}) {
  const { t } = useTranslation('clients')
  const hint = isPortfolio ? t('states.noClientHereHint') : onImport && t('states.noClientHint')
  return (
    <ListState icon={IconUsersPlus} title={t('states.noClient')} hint={hint}>
      {onImport && (
        <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={onImport}>
          {t('toolbar.import')}
        </Button>
      )}
    </ListState>
  )
}

const ROWS = Array.from({ length: 14 }, (_, row) => row)

/** The shape of the screen, until it is there. */
export function LoadingState() {
  const { t } = useTranslation('clients')
  return (
    <div className={classes.loading} aria-busy="true">
      <span className={classes.unseen}>{t('states.loading')}</span>
      <Skeleton height={28} width="46%" />
      <Skeleton height={28} width="72%" radius="xl" />
      <Skeleton height={30} width="34%" />
      <LoadingRows />
    </div>
  )
}

/** The shape of the rows, until they are there. */
export const LoadingRows = () => (
  <div className={classes.rows}>
    {ROWS.map(row => (
      <Skeleton key={row} height={12} width={`${88 - ((row * 13) % 30)}%`} />
    ))}
  </div>
)
