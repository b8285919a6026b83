export const uiFr = {
  close: 'Fermer',
  retry: 'Réessayer',
  loading: 'Chargement…',
  serverAway: {
    banner: 'Le serveur ne répond pas. Nouvel essai automatique…',
    refusal: 'Le serveur ne répond pas. Ce que vous avez saisi est toujours là ; réessayez dans un instant.',
  },
  unexpected: 'Une erreur inattendue est survenue.',
}
