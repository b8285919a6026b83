import type { Actor } from '#features/sign-in/server/actor.ts'

/** Who changes clients; nobody in particular for what the installation does by itself. */
export type ChangingActor = Pick<Actor, 'db' | 'role' | 'portfolios'> & {
  userId: number | null
  /** Changes clients that are in the bin too, as only what follows from a setting of the firm does. */
  reachesBin?: boolean
  /** Brings back what was there, be it what nobody may choose any more. */
  restores?: boolean
}
