import type { Day } from '#kernel/day.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { assignmentValues, type DemoFirmIds } from './demo-assignments.ts'
import { amlValues, organisationValues } from './demo-file.ts'
import { gapPlanter } from './demo-gaps.ts'
import { identityMaker } from './demo-identity.ts'
import { drawProfile } from './demo-profile.ts'
import { billingValues, portalValues } from './demo-services.ts'
import { vatValues } from './demo-vat.ts'
import { seededRandom } from './seeded-random.ts'

interface DemoClientsInput extends DemoFirmIds {
  count: number
  seed: number
  today: Day
}

/**
 * Invented clients, as the values of their fields; the national number is in the clear. The same input gives the same
 * clients, and a greater count the same ones with more behind them. On another day the dates move, but nobody gets a
 * number that somebody else had.
 */
export function demoClients({ count, seed, today, ...ids }: DemoClientsInput): FieldValues[] {
  const identify = identityMaker()
  const plantGaps = gapPlanter(today)
  return Array.from({ length: count }, (_, index) => {
    // Chance of its own for each client: what one draws more or less does not change the next.
    const random = seededRandom(seed * MOST_CLIENTS + index)
    const profile = drawProfile(random, today)
    const identity = identify(profile, random)
    const values = {
      ...identity,
      ...vatValues(profile, identity['identity.enterpriseNumber'], random),
      ...organisationValues(profile, random),
      ...amlValues(profile, random, today),
      ...assignmentValues(profile, ids, random),
      ...billingValues(profile, ids, random),
      ...portalValues(profile, random),
    }
    return plantGaps(values, random)
  })
}

/** Two seeds share no client up to here. */
const MOST_CLIENTS = 1_000_003
