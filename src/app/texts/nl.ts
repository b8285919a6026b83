import { addingNl } from '#features/clients/texts/adding/nl.ts'
import { bulkEditNl } from '#features/clients/texts/bulk-edit/nl.ts'
import { editingNl } from '#features/clients/texts/editing/nl.ts'
import { historyNl } from '#features/clients/texts/history/nl.ts'
import { clientsNl } from '#features/clients/texts/nl.ts'
import { panelsNl } from '#features/clients/texts/panels/nl.ts'
import { invitationNl } from '#features/collaborators/texts/nl.ts'
import { importsNl } from '#features/imports/texts/nl.ts'
import { customFieldsNl } from '#features/settings/texts/custom-fields/nl.ts'
import { settingsNl } from '#features/settings/texts/nl.ts'
import { signInNl } from '#features/sign-in/texts/nl.ts'
import { uiNl } from '#ui/texts/nl.ts'
import type { fr } from './fr.ts'
import { shellNl } from './shell/nl.ts'

export const nl: typeof fr = {
  ui: uiNl,
  shell: shellNl,
  signIn: signInNl,
  clients: clientsNl,
  panels: panelsNl,
  adding: addingNl,
  bulkEdit: bulkEditNl,
  editing: editingNl,
  history: historyNl,
  imports: importsNl,
  settings: settingsNl,
  customFields: customFieldsNl,
  invitation: invitationNl,
}
