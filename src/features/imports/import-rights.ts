import type { FirmRole } from '#features/sign-in/sign-in-api.ts'

/** Importing writes hundreds of clients at once: administrators and managers do it. */
export const mayImport = ({ role }: { role: FirmRole }): boolean =>
  role === 'administrator' || role === 'manager'
