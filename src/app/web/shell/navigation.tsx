import { Tooltip } from '@mantine/core'
import { type Icon, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#features/sign-in/web/use-me.ts'
import styles from './navigation.module.css'

/** The parts of the product that exist. */
const ENTRIES: readonly { id: 'clients'; to: '/clients'; icon: Icon }[] = [
  { id: 'clients', to: '/clients', icon: IconUsers },
]

/** Name, firm and the ways to the parts of the product; folded, only their icons. */
export function Navigation({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const { t } = useTranslation('shell')
  const { firm } = useMe()
  return (
    <>
      <div className={styles.names}>
        <span className={styles.product}>{folded ? 'F' : 'Fiduscope'}</span>
        {!folded && <span className={styles.firm}>{firm.name}</span>}
      </div>
      <nav aria-label={t('navigation.label')} className={styles.entries}>
        {ENTRIES.map(({ id, to, icon: EntryIcon }) => (
          <Tooltip key={id} label={t(`navigation.${id}`)} position="right" disabled={!folded}>
            <Link
              to={to}
              className={styles.entry ?? ''}
              {...(folded && { 'aria-label': t(`navigation.${id}`) })}
              onClick={() => onGo?.()}
            >
              <EntryIcon size={18} stroke={1.7} aria-hidden />
              {!folded && t(`navigation.${id}`)}
            </Link>
          </Tooltip>
        ))}
      </nav>
      {firm.fictional && !folded && <span className={styles.fictional}>{t('fictional')}</span>}
    </>
  )
}
