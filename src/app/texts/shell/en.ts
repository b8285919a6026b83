import type { shellFr } from './fr.ts'

export const shellEn: typeof shellFr = {
  skip: 'Skip to the content',
  fictional: 'demonstration – fictional data',
  navigation: {
    label: 'Main navigation',
    clients: 'Clients',
    customFields: 'Custom fields',
    history: 'History',
    bin: 'Bin',
    settings: 'Settings',
    open: 'Open the menu',
    unfold: 'Expand the menu',
    fold: 'Collapse the menu',
    foldShort: 'Collapse',
  },
  palette: {
    open: 'Search or run an action',
    title: 'Actions',
    nothing: 'No action matches.',
    goTo: 'Go to',
    find: 'Search',
    display: 'Display',
    choose: '{{what}}: {{choice}}',
    searchClients: 'Search the clients for “{{text}}”',
    secretSearch: 'Search for a national number in the list itself: it never goes into an address.',
  },
  notFound: {
    title: 'Page not found',
    hint: 'This address leads nowhere. The link may be incomplete or out of date.',
    goToClients: 'Go to the list of clients',
  },
  failed: {
    title: 'This page could not be shown',
    hint: 'Nothing was changed. Try again; if it goes on, reload the page.',
    reload: 'Reload the page',
  },
}
