import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A dialog in the middle of the screen, open for as long as it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation('ui')
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  )
}
