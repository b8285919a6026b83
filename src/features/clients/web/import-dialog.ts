import type { ComponentType } from 'react'

/** The dialog that imports clients, as the application gives it to the list: features do not know each other's screens. */
export type ImportDialog = ComponentType<{ opened: boolean; onClose: () => void; onImported: () => void }>
