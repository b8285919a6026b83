import type { addingFr } from './fr.ts'

export const addingDe: typeof addingFr = {
  title: 'Kunden hinzufügen',
  button: 'Kunden hinzufügen',
  noPortfolio: 'Sie haben kein Portfolio, in dem Sie Kunden hinzufügen können.',
  toComplete: 'zu ergänzen',
  toCompleteCount_one: '{{count}} Angabe zu ergänzen',
  toCompleteCount_other: '{{count}} Angaben zu ergänzen',
  suggested: 'automatisch ausgefüllt',
  mandatory: '* Pflichtfeld. Der Rest kann später ergänzt werden.',
  notYet: 'Es fehlt noch etwas, oder ein Wert kann nicht angenommen werden.',
  wrongCheckDigits: 'Die Prüfziffern stimmen nicht.',
  keepInvalid: 'Diese Nummer behalten: Sie bleibt als „fehlerhaft“ gekennzeichnet',
  taken: 'Diese Nummer gibt es schon:',
  takenOutOfSight: 'Diese Nummer gibt es schon in einem Portfolio, das Sie nicht sehen.',
  inBin:
    'Diese Nummer gehört einem Kunden im Papierkorb: {{name}}. Sie können ihn neu hinzufügen oder wiederherstellen.',
  add: 'Hinzufügen',
  addAndNext: 'Hinzufügen und noch einen erfassen',
  adding: 'Wird hinzugefügt…',
  added: 'Kunde hinzugefügt: {{name}}',
  hidden:
    '„{{name}}“ ist hinzugefügt, aber der Filter, die Suche oder das gewählte Portfolio blendet den Kunden aus.',
  showIt: 'Anzeigen',
  undone: 'Hinzufügen rückgängig gemacht: Der Kunde ist im Papierkorb.',
  redone: 'Der Kunde steht wieder in der Liste.',
  discardTitle: 'Diesen neuen Kunden verwerfen?',
  discard: 'Er ist noch nicht hinzugefügt: Was Sie ausgefüllt haben, ginge verloren.',
  discardNo: 'Weiter erfassen',
}
