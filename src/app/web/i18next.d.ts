import type { fr } from '#app/texts/fr.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    /** French is the source: a key that it lacks does not compile. */
    resources: typeof fr
  }
}
