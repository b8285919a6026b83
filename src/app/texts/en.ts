import { addingEn } from '#features/clients/texts/adding/en.ts'
import { bulkEditEn } from '#features/clients/texts/bulk-edit/en.ts'
import { editingEn } from '#features/clients/texts/editing/en.ts'
import { clientsEn } from '#features/clients/texts/en.ts'
import { historyEn } from '#features/clients/texts/history/en.ts'
import { panelsEn } from '#features/clients/texts/panels/en.ts'
import { invitationEn } from '#features/collaborators/texts/en.ts'
import { importsEn } from '#features/imports/texts/en.ts'
import { customFieldsEn } from '#features/settings/texts/custom-fields/en.ts'
import { settingsEn } from '#features/settings/texts/en.ts'
import { signInEn } from '#features/sign-in/texts/en.ts'
import { uiEn } from '#ui/texts/en.ts'
import type { fr } from './fr.ts'
import { shellEn } from './shell/en.ts'

export const en: typeof fr = {
  ui: uiEn,
  shell: shellEn,
  signIn: signInEn,
  clients: clientsEn,
  panels: panelsEn,
  adding: addingEn,
  bulkEdit: bulkEditEn,
  editing: editingEn,
  history: historyEn,
  imports: importsEn,
  settings: settingsEn,
  customFields: customFieldsEn,
  invitation: invitationEn,
}
