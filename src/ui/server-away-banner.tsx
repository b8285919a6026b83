import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './server-away-banner.module.css'
import { useServerAway } from './server-connection.ts'

/** Says over every page that the server does not answer, for as long as that lasts. */
export function ServerAwayBanner() {
  const { t } = useTranslation('ui')
  const isAway = useServerAway()
  return (
    <div role="alert" className={styles.place}>
      {isAway && (
        <div className={styles.banner}>
          <IconPlugConnectedX size={16} aria-hidden />
          {t('serverAway.banner')}
        </div>
      )}
    </div>
  )
}
