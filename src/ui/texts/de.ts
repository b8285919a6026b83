import type { uiFr } from './fr.ts'

export const uiDe: typeof uiFr = {
  close: 'Schließen',
  retry: 'Erneut versuchen',
  loading: 'Wird geladen…',
  serverAway: {
    banner: 'Der Server antwortet nicht. Es wird automatisch erneut versucht…',
    refusal: 'Der Server antwortet nicht. Ihre Eingaben sind noch da; versuchen Sie es gleich noch einmal.',
  },
  unexpected: 'Ein unerwarteter Fehler ist aufgetreten.',
}
