import type { addingFr } from './fr.ts'

export const addingNl: typeof addingFr = {
  title: 'Klant toevoegen',
  button: 'Klant toevoegen',
  noPortfolio: 'U hebt geen portefeuille waarin u klanten kunt toevoegen.',
  toComplete: 'aan te vullen',
  toCompleteCount_one: '{{count}} gegeven aan te vullen',
  toCompleteCount_other: '{{count}} gegevens aan te vullen',
  suggested: 'automatisch ingevuld',
  mandatory: '* verplicht. De rest kan later worden aangevuld.',
  notYet: 'Er ontbreekt nog iets, of een waarde kan niet worden aanvaard.',
  wrongCheckDigits: 'De controlecijfers kloppen niet.',
  keepInvalid: 'Dit nummer behouden: het blijft als “fout” gemarkeerd',
  taken: 'Dit nummer bestaat al:',
  takenOutOfSight: 'Dit nummer bestaat al in een portefeuille die u niet ziet.',
  inBin:
    'Dit nummer is van een klant die in de prullenbak zit: {{name}}. U kunt hem opnieuw toevoegen of terugzetten.',
  add: 'Toevoegen',
  addAndNext: 'Toevoegen en nog een invoeren',
  adding: 'Wordt toegevoegd…',
  added: 'Klant toegevoegd: {{name}}',
  hidden:
    '“{{name}}” is toegevoegd, maar de gekozen filter, zoekopdracht of portefeuille verbergt die klant.',
  showIt: 'Tonen',
  undone: 'Toevoeging ongedaan gemaakt: de klant zit in de prullenbak.',
  redone: 'De klant staat weer in de lijst.',
  discardTitle: 'Deze nieuwe klant opgeven?',
  discard: 'De klant is nog niet toegevoegd: wat u hebt ingevuld, zou verloren gaan.',
  discardNo: 'Verder invoeren',
}
