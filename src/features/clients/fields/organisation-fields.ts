import { type ClientField, field, inClient, LEGAL, text } from './client-field.ts'

export const organisationFields: ClientField[] = [
  field(
    'organisation.closingDay',
    'organisation',
    'dayOfYear',
    text(
      'Clôture de l’exercice',
      'Afsluiting boekjaar',
      'Abschluss des Geschäftsjahres',
      'Financial year end',
    ),
    inClient('closingDay'),
    { requiredFor: LEGAL, width: 150 },
  ),
  field(
    'organisation.generalMeetingDay',
    'organisation',
    'dayOfYear',
    text('Date d’AG', 'Datum AV', 'Datum der GV', 'General meeting'),
    inClient('generalMeetingDay'),
    { width: 110 },
  ),
]
