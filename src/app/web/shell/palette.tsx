import { UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutLabel } from '#ui/shortcuts.ts'
import { createStore, useStore } from '#ui/store.ts'
import styles from './palette.module.css'

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then(module => ({ default: module.CommandPalette })),
)

/** Closed until it is first wanted, so that it is not fetched before. */
const paletteState = createStore<'unused' | 'open' | 'closed'>('unused')

/** The command palette, from the first time that it is asked for. */
export function Palette() {
  const state = useStore(paletteState)
  const toggle = () => paletteState.set(state === 'open' ? 'closed' : 'open')
  useHotkeys([['mod+K', toggle]], [], true)
  return (
    state !== 'unused' && (
      <Suspense fallback={null}>
        <CommandPalette opened={state === 'open'} onClose={() => paletteState.set('closed')} />
      </Suspense>
    )
  )
}

/** What opens it by mouse or touch; on a phone it is but the magnifying glass. */
export function PaletteTrigger() {
  const { t } = useTranslation('shell')
  return (
    <UnstyledButton
      className={styles.trigger}
      aria-label={t('palette.open')}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => paletteState.set('open')}
    >
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <span className={styles.words}>{t('palette.open')}</span>
      <kbd className={styles.keys}>{shortcutLabel('K')}</kbd>
    </UnstyledButton>
  )
}
