import { Modal, type ModalProps } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusReturn } from './use-focus-return.ts'

interface DialogProps
  extends Omit<ModalProps, 'opened' | 'onClose' | 'title' | 'children' | 'closeButtonProps'> {
  title: ReactNode
  onClose: () => void
  /** What is under way cannot be called back, and its end is to be told: the dialog stays. */
  isBusy?: boolean
  children: ReactNode
}

/** A dialog, open for as long as it is rendered; the focus goes back to where it was before. */
export function Dialog({ title, onClose, isBusy = false, children, ...modal }: DialogProps) {
  const { t } = useTranslation('ui')
  const [isHeld, hold] = useState(false)
  useFocusReturn()
  return (
    <Modal
      {...modal}
      opened
      onClose={() => !isBusy && !isHeld && onClose()}
      title={title}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <HoldDialog value={hold}>{children}</HoldDialog>
    </Modal>
  )
}

const HoldDialog = createContext<(isHeld: boolean) => void>(() => undefined)

/** Keeps the dialog around from closing for as long as its content is busy. */
export function useHeldDialog(isBusy: boolean): void {
  const hold = useContext(HoldDialog)
  useEffect(() => {
    hold(isBusy)
    return () => hold(false)
  }, [hold, isBusy])
}
