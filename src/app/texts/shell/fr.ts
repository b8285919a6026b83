export const shellFr = {
  skip: 'Aller au contenu',
  fictional: 'démonstration – données fictives',
  navigation: {
    label: 'Navigation principale',
    clients: 'Clients',
    settings: 'Paramètres',
    open: 'Ouvrir le menu',
    unfold: 'Déplier le menu',
    fold: 'Replier le menu',
    foldShort: 'Replier',
  },
  palette: {
    open: 'Rechercher ou lancer une action',
    title: 'Actions',
    nothing: 'Aucune action ne correspond.',
    goTo: 'Aller à',
    find: 'Rechercher',
    display: 'Affichage',
    choose: '{{what}} : {{choice}}',
    searchClients: 'Rechercher « {{text}} » parmi les clients',
    secretSearch: 'Un numéro national se cherche dans la liste elle-même : il ne va jamais dans une adresse.',
  },
  notFound: {
    title: 'Page introuvable',
    hint: 'Cette adresse ne mène nulle part. Le lien est peut-être incomplet ou périmé.',
    goToClients: 'Aller à la liste des clients',
  },
  failed: {
    title: 'Cette page n’a pas pu être affichée',
    hint: 'Rien n’a été modifié. Réessayez ; si cela continue, rechargez la page.',
    reload: 'Recharger la page',
  },
}
