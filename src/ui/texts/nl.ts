import type { uiFr } from './fr.ts'

export const uiNl: typeof uiFr = {
  close: 'Sluiten',
  retry: 'Opnieuw proberen',
  loading: 'Laden…',
  serverAway: {
    banner: 'De server antwoordt niet. Er wordt automatisch opnieuw geprobeerd…',
    refusal: 'De server antwoordt niet. Wat u hebt ingevuld, staat er nog; probeer het zo dadelijk opnieuw.',
  },
  unexpected: 'Er is een onverwachte fout opgetreden.',
}
