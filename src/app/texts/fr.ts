import { addingFr } from '#features/clients/texts/adding/fr.ts'
import { bulkEditFr } from '#features/clients/texts/bulk-edit/fr.ts'
import { editingFr } from '#features/clients/texts/editing/fr.ts'
import { clientsFr } from '#features/clients/texts/fr.ts'
import { historyFr } from '#features/clients/texts/history/fr.ts'
import { panelsFr } from '#features/clients/texts/panels/fr.ts'
import { invitationFr } from '#features/collaborators/texts/fr.ts'
import { importsFr } from '#features/imports/texts/fr.ts'
import { customFieldsFr } from '#features/settings/texts/custom-fields/fr.ts'
import { settingsFr } from '#features/settings/texts/fr.ts'
import { signInFr } from '#features/sign-in/texts/fr.ts'
import { uiFr } from '#ui/texts/fr.ts'

import { shellFr } from './shell/fr.ts'

/** Every text of the interface in French, the source language, by namespace. */
export const fr = {
  ui: uiFr,
  shell: shellFr,
  signIn: signInFr,
  clients: clientsFr,
  panels: panelsFr,
  adding: addingFr,
  bulkEdit: bulkEditFr,
  editing: editingFr,
  history: historyFr,
  imports: importsFr,
  settings: settingsFr,
  customFields: customFieldsFr,
  invitation: invitationFr,
}
