import { Tooltip } from '@mantine/core'
import {
  type Icon,
  IconForms,
  IconHistory,
  IconSettings,
  IconTheater,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import type { Me } from '#features/sign-in/sign-in-api.ts'
import { useMe } from '#features/sign-in/web/use-me.ts'
import styles from './navigation.module.css'

interface Entry {
  id: 'clients' | 'customFields' | 'history' | 'bin' | 'settings'
  to: '/clients' | '/clients/champs-personnalises' | '/historique' | '/corbeille' | '/parametres'
  /** It belongs to the entry before it. */
  isInner?: boolean
  icon: Icon
  /** Others do not even see that it is there. */
  may?: (user: Me['user']) => boolean
}

/** The parts of the product that exist. */
const ENTRIES: readonly Entry[] = [
  { id: 'clients', to: '/clients', icon: IconUsers },
  {
    id: 'customFields',
    to: '/clients/champs-personnalises',
    icon: IconForms,
    isInner: true,
    may: mayChangeSettings,
  },
  { id: 'history', to: '/historique', icon: IconHistory },
  { id: 'bin', to: '/corbeille', icon: IconTrash },
  { id: 'settings', to: '/parametres', icon: IconSettings, may: mayChangeSettings },
]

/** Name, firm and the ways to the parts of the product; folded, only their icons. */
export function Navigation({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const { t } = useTranslation('shell')
  const { firm, user } = useMe()
  return (
    <nav aria-label={t('navigation.label')} className={styles.navigation}>
      <div className={styles.names}>
        <span className={styles.product}>{folded ? 'F' : 'Fiduscope'}</span>
        {!folded && <span className={styles.firm}>{firm.name}</span>}
      </div>
      <div className={styles.entries}>
        {ENTRIES.filter(({ may }) => may?.(user) ?? true).map(
          ({ id, to, icon: EntryIcon, isInner = false }) => (
            <Tooltip key={id} label={t(`navigation.${id}`)} position="right" disabled={!folded}>
              <Link
                to={to}
                className={styles.entry ?? ''}
                activeOptions={{ exact: to === '/clients', includeSearch: false }}
                data-inner={(isInner && !folded) || undefined}
                {...(folded && { 'aria-label': t(`navigation.${id}`) })}
                onClick={() => onGo?.()}
              >
                {(folded || !isInner) && <EntryIcon size={18} stroke={1.7} aria-hidden />}
                {!folded && t(`navigation.${id}`)}
              </Link>
            </Tooltip>
          ),
        )}
      </div>
      {firm.fictional && <FictionalMark folded={folded} />}
    </nav>
  )
}

/** Nobody must take invented clients for real ones, however narrow the screen. */
function FictionalMark({ folded }: { folded: boolean }) {
  const { t } = useTranslation('shell')
  if (!folded) return <span className={styles.fictional}>{t('fictional')}</span>
  return (
    <Tooltip label={t('fictional')} position="right">
      <span className={styles.fictional} role="img" aria-label={t('fictional')}>
        <IconTheater size={18} stroke={1.6} aria-hidden />
      </span>
    </Tooltip>
  )
}
