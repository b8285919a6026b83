import type { shellFr } from './fr.ts'

export const shellDe: typeof shellFr = {
  skip: 'Zum Inhalt',
  fictional: 'Demonstration – fiktive Daten',
  navigation: {
    label: 'Hauptnavigation',
    clients: 'Kunden',
    customFields: 'Eigene Felder',
    history: 'Verlauf',
    bin: 'Papierkorb',
    settings: 'Einstellungen',
    open: 'Menü öffnen',
    unfold: 'Menü ausklappen',
    fold: 'Menü einklappen',
    foldShort: 'Einklappen',
  },
  palette: {
    open: 'Suchen oder eine Aktion starten',
    title: 'Aktionen',
    nothing: 'Keine Aktion passt.',
    goTo: 'Gehe zu',
    find: 'Suchen',
    display: 'Darstellung',
    choose: '{{what}}: {{choice}}',
    searchClients: '„{{text}}“ unter den Kunden suchen',
    secretSearch: 'Eine Nationalnummer suchen Sie in der Liste selbst: Sie kommt nie in eine Adresse.',
  },
  notFound: {
    title: 'Seite nicht gefunden',
    hint: 'Diese Adresse führt nirgendwohin. Vielleicht ist der Link unvollständig oder veraltet.',
    goToClients: 'Zur Kundenliste',
  },
  failed: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    hint: 'Es wurde nichts geändert. Versuchen Sie es erneut; laden Sie die Seite neu, wenn es dabei bleibt.',
    reload: 'Seite neu laden',
  },
}
