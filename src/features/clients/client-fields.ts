import { amlFields } from './fields/aml-fields.ts'
import { assignmentFields } from './fields/assignment-fields.ts'
import { billingFields } from './fields/billing-fields.ts'
import type { ClientField, FirmChoices } from './fields/client-field.ts'
import { identityFields } from './fields/identity-fields.ts'
import { mailFields } from './fields/mail-fields.ts'
import { organisationFields } from './fields/organisation-fields.ts'
import { portalFields } from './fields/portal-fields.ts'
import { statusFields } from './fields/status-fields.ts'

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
]
