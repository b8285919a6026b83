import type { FirmRole } from '#features/sign-in/sign-in-api.ts'

/** Only administrators see and change the settings of their firm; labels have rights of their own. */
export const mayChangeSettings = ({ role }: { role: FirmRole }): boolean => role === 'administrator'
