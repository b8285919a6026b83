import type { Actor } from '#features/sign-in/server/actor.ts'

/** Who changes clients; nobody in particular for what the installation does by itself. */
export type ChangingActor = Pick<Actor, 'db' | 'role' | 'portfolios'> & { userId: number | null }
