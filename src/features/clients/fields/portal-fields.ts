import { PORTAL_STATES } from '../client-choices.ts'
import { type ClientField, field, inClient, text } from './client-field.ts'

export const portalFields: ClientField[] = [
  field(
    'portal.state',
    'portal',
    'choice',
    text('État du portail', 'Status portaal', 'Status des Portals', 'Portal state'),
    inClient('portalState'),
    {
      choices: PORTAL_STATES,
      editable: false,
      width: 125,
    },
  ),
  field(
    'portal.forms',
    'portal',
    'yesNo',
    text('Formulaires', 'Formulieren', 'Formulare', 'Forms'),
    inClient('portalForms'),
    {
      appliesTo: { field: 'portal.state', op: 'in', value: ['active'] },
      width: 115,
    },
  ),
]
