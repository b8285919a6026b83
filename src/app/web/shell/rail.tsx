import { ActionIcon, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '#ui/browser-memory.ts'
import { Navigation } from './navigation.tsx'
import styles from './rail.module.css'

/** The navigation at the left; folded to its icons where the screen is narrow, unless the user unfolds it. */
export function Rail() {
  const { t } = useTranslation('shell')
  const { folded, toggle } = useFolded()
  const label = folded ? t('navigation.unfold') : t('navigation.fold')
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={styles.rail} data-folded={folded || undefined}>
      <Navigation folded={folded} />
      <Tooltip label={label} position="right">
        <ActionIcon
          className={styles.fold}
          size={32}
          aria-label={label}
          aria-expanded={!folded}
          onClick={toggle}
        >
          <FoldIcon size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function useFolded() {
  const isWide = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false })
  const [chosen, setChosen] = useState(recall('rail'))
  const folded = chosen === null ? !isWide : chosen === 'folded'
  const toggle = () => {
    const next = folded ? 'unfolded' : 'folded'
    remember('rail', next)
    setChosen(next)
  }
  return { folded, toggle }
}
