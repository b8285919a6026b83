import { IDENTIFIED_FOR_VAT, type VatStatus } from '#features/clients/client-choices.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import { ASSOCIATION_FORMS, ASSOCIATION_OF_FACT, CO_OWNERSHIP, type DemoProfile } from './demo-profile.ts'
import type { Random } from './seeded-random.ts'

type Weights = readonly (readonly [VatStatus, number])[]

const COMPANIES: Weights = [
  ['quarterly', 64],
  ['monthly', 20],
  ['franchise', 6],
  ['none', 4],
  ['vatGroup', 2],
  ['pending', 2],
  ['struckOff', 1],
]
const SELF_EMPLOYED: Weights = [
  ['quarterly', 60],
  ['franchise', 30],
  ['monthly', 5],
  ['pending', 2],
  ['struckOff', 1],
]
const ASSOCIATIONS: Weights = [
  ['none', 45],
  ['exempt44', 35],
  ['quarterly', 12],
  ['franchise', 7],
  ['monthly', 1],
]
const CO_OWNERSHIPS: Weights = [
  ['none', 96],
  ['quarterly', 4],
]
const PARTNERSHIPS: Weights = [
  ['none', 55],
  ['quarterly', 35],
  ['franchise', 10],
]

/** VAT status, number and right to deduct. */
export function vatValues(
  profile: DemoProfile,
  enterpriseNumber: FieldValue | undefined,
  random: Random,
): FieldValues {
  const status = vatStatus(profile, random)
  const isIdentified = IDENTIFIED_FOR_VAT.includes(status)
  return {
    'status.vatStatus': status,
    'identity.vatNumber': isIdentified && enterpriseNumber ? `BE${enterpriseNumber}` : null,
    'status.vatDeduction':
      status === 'monthly' || status === 'quarterly' ? random.weighted(DEDUCTIONS) : null,
  }
}

const DEDUCTIONS = [
  ['full', 88],
  ['mixed', 7],
  ['partial', 5],
] as const

function vatStatus({ kind, legalForm, sector, until }: DemoProfile, random: Random): VatStatus {
  if (kind === 'private' || legalForm === ASSOCIATION_OF_FACT) return 'none'
  if (legalForm === CO_OWNERSHIP) return random.weighted(CO_OWNERSHIPS)
  if (legalForm !== null && ASSOCIATION_FORMS.includes(legalForm)) return random.weighted(ASSOCIATIONS)
  if (kind === 'noPersonality') return random.weighted(PARTNERSHIPS)
  if (until !== null && random.chance(0.4)) return 'struckOff'
  if (sector?.vat && random.chance(0.8)) return sector.vat
  return random.weighted(kind === 'legal' ? COMPANIES : SELF_EMPLOYED)
}
