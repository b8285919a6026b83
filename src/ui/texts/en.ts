import type { uiFr } from './fr.ts'

export const uiEn: typeof uiFr = {
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading…',
  serverAway: {
    banner: 'The server does not answer. Trying again automatically…',
    refusal: 'The server does not answer. What you typed is still there; try again in a moment.',
  },
  unexpected: 'An unexpected error occurred.',
}
