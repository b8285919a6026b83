import { RISK_LEVELS } from '../client-choices.ts'
import {
  type ClientField,
  COMPANIES,
  EVERYONE,
  field,
  inClient,
  LEGAL,
  NATURAL,
  text,
} from './client-field.ts'

export const amlFields: ClientField[] = [
  field(
    'aml.riskLevel',
    'aml',
    'choice',
    text('Niveau de risque', 'Risiconiveau', 'Risikostufe', 'Risk level'),
    inClient('riskLevel'),
    {
      choices: RISK_LEVELS,
      requiredFor: EVERYONE,
      shownByDefault: true,
      width: 125,
    },
  ),
  field(
    'aml.assessedOn',
    'aml',
    'date',
    text('Évaluation le', 'Beoordeeld op', 'Bewertet am', 'Assessed on'),
    inClient('assessedOn'),
    {
      requiredFor: EVERYONE,
      width: 115,
    },
  ),
  field(
    'aml.nextReview',
    'aml',
    'date',
    text('Prochaine révision', 'Volgende herziening', 'Nächste Überprüfung', 'Next review'),
    inClient('nextReview'),
    {
      requiredFor: EVERYONE,
      expires: true,
      width: 140,
    },
  ),
  field('aml.pep', 'aml', 'yesNo', text('PPE', 'PPP', 'PEP', 'PEP'), inClient('pep'), { width: 70 }),
  field(
    'aml.engagementLetterOn',
    'aml',
    'date',
    text('Lettre de mission le', 'Opdrachtbrief op', 'Auftragsschreiben am', 'Engagement letter on'),
    inClient('engagementLetterOn'),
    { requiredFor: EVERYONE, width: 145 },
  ),
  field(
    'legal.identityCard',
    'aml',
    'identityDocument',
    text('Légal CI', 'Wettelijke IK', 'Personalausweis', 'Identity card'),
    inClient('identityCardValidUntil'),
    {
      requiredFor: NATURAL,
      appliesTo: NATURAL,
      expires: true,
      shownByDefault: true,
      width: 125,
    },
  ),
  field(
    'aml.uboConfirmedOn',
    'aml',
    'date',
    text(
      'Registre UBO confirmé le',
      'UBO-register bevestigd op',
      'UBO-Register bestätigt am',
      'UBO register confirmed on',
    ),
    inClient('uboConfirmedOn'),
    { requiredFor: LEGAL, appliesTo: COMPANIES, width: 170 },
  ),
]
