import type { shellFr } from './fr.ts'

export const shellNl: typeof shellFr = {
  skip: 'Naar de inhoud',
  fictional: 'demonstratie – fictieve gegevens',
  navigation: {
    label: 'Hoofdnavigatie',
    clients: 'Klanten',
    customFields: 'Eigen velden',
    history: 'Geschiedenis',
    bin: 'Prullenbak',
    settings: 'Instellingen',
    open: 'Menu openen',
    unfold: 'Menu uitklappen',
    fold: 'Menu inklappen',
    foldShort: 'Inklappen',
  },
  palette: {
    open: 'Zoeken of een actie starten',
    title: 'Acties',
    nothing: 'Geen enkele actie komt overeen.',
    goTo: 'Ga naar',
    find: 'Zoeken',
    display: 'Weergave',
    choose: '{{what}}: {{choice}}',
    searchClients: '“{{text}}” zoeken bij de klanten',
    secretSearch: 'Een rijksregisternummer zoekt u in de lijst zelf: het komt nooit in een adres.',
  },
  notFound: {
    title: 'Pagina niet gevonden',
    hint: 'Dit adres leidt nergens heen. Misschien is de link onvolledig of verouderd.',
    goToClients: 'Naar de klantenlijst',
  },
  failed: {
    title: 'Deze pagina kon niet worden getoond',
    hint: 'Er is niets gewijzigd. Probeer het opnieuw; herlaad de pagina als het blijft duren.',
    reload: 'Pagina herladen',
  },
}
