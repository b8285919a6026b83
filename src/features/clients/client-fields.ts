import { amlFields } from './fields/aml-fields.ts'
import { assignmentFields } from './fields/assignment-fields.ts'
import { billingFields } from './fields/billing-fields.ts'
import { type ClientField, type FirmChoices, field, text } from './fields/client-field.ts'
import { customFields } from './fields/custom-fields.ts'
import { identityFields } from './fields/identity-fields.ts'
import { mailFields } from './fields/mail-fields.ts'
import { organisationFields } from './fields/organisation-fields.ts'
import { portalFields } from './fields/portal-fields.ts'
import { statusFields } from './fields/status-fields.ts'

/** Whether a client is in the bin: no column of the list, but changed like one. A client that is created comes out of it. */
export const IN_BIN: ClientField = {
  ...field(
    'client.inBin',
    'status',
    'yesNo',
    text('Corbeille', 'Prullenbak', 'Papierkorb', 'Bin'),
    { in: 'bin' },
    { neverEmpty: true },
  ),
}

/** Every field of a client, in the order of the columns, for one firm. */
export const clientFields = (firm: FirmChoices): readonly ClientField[] => [
  ...identityFields(firm),
  ...organisationFields,
  ...statusFields,
  ...amlFields,
  ...assignmentFields(firm),
  ...billingFields(firm),
  ...portalFields,
  ...mailFields(firm),
  ...customFields(firm),
]
