import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './page-skeleton.module.css'

/** The outline of a page that is on its way. */
export function PageSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.page} aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton h={20} w="28%" />
      <Skeleton h={32} w="60%" />
      <div className={styles.body} />
    </div>
  )
}
