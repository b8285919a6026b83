import { addingDe } from '#features/clients/texts/adding/de.ts'
import { bulkEditDe } from '#features/clients/texts/bulk-edit/de.ts'
import { clientsDe } from '#features/clients/texts/de.ts'
import { editingDe } from '#features/clients/texts/editing/de.ts'
import { historyDe } from '#features/clients/texts/history/de.ts'
import { panelsDe } from '#features/clients/texts/panels/de.ts'
import { invitationDe } from '#features/collaborators/texts/de.ts'
import { importsDe } from '#features/imports/texts/de.ts'
import { customFieldsDe } from '#features/settings/texts/custom-fields/de.ts'
import { settingsDe } from '#features/settings/texts/de.ts'
import { signInDe } from '#features/sign-in/texts/de.ts'
import { uiDe } from '#ui/texts/de.ts'
import type { fr } from './fr.ts'
import { shellDe } from './shell/de.ts'

export const de: typeof fr = {
  ui: uiDe,
  shell: shellDe,
  signIn: signInDe,
  clients: clientsDe,
  panels: panelsDe,
  adding: addingDe,
  bulkEdit: bulkEditDe,
  editing: editingDe,
  history: historyDe,
  imports: importsDe,
  settings: settingsDe,
  customFields: customFieldsDe,
  invitation: invitationDe,
}
