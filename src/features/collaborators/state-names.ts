import type { Text } from '#kernel/language.ts'
import type { Collaborator } from './collaborators-api.ts'

/** Whether somebody works in the firm, in words. */
export const STATE_NAMES: Readonly<Record<Collaborator['state'], Exclude<Text, string>>> = {
  active: { fr: 'Actif', nl: 'Actief', de: 'Aktiv', en: 'Active' },
  invited: { fr: 'Invité', nl: 'Uitgenodigd', de: 'Eingeladen', en: 'Invited' },
  deactivated: { fr: 'Désactivé', nl: 'Gedeactiveerd', de: 'Deaktiviert', en: 'Deactivated' },
}
