import { IDENTIFIED_FOR_VAT } from '#features/clients/client-choices.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Random } from './seeded-random.ts'

interface Gap {
  /** One in so many of the clients that can have it. */
  every: number
  canHave(values: FieldValues, today: Day): boolean
  /** What is wrong or missing then. */
  spoil(values: FieldValues, random: Random, today: Day): FieldValues
}

/**
 * Spoils clients that are in order, so that every completeness check has something to find. It counts instead of
 * drawing: a small demo has at least one of each.
 */
export function gapPlanter(today: Day): (values: FieldValues, random: Random) => FieldValues {
  const seen = GAPS.map(() => 0)
  return (values, random) => {
    let spoiled = values
    for (const [place, gap] of GAPS.entries()) {
      if (!gap.canHave(spoiled, today)) continue
      const count = seen[place] ?? 0
      seen[place] = count + 1
      // Each gap starts at another client, or the first ones would have them all.
      const isHit = count % gap.every === place % gap.every
      if (isHit) spoiled = { ...spoiled, ...gap.spoil(spoiled, random, today) }
    }
    return spoiled
  }
}

const isKind =
  (...kinds: string[]) =>
  (values: FieldValues) =>
    kinds.includes(String(values['identity.kind']))
const isAnyone = () => true
const isLegal = isKind('legal')
const isNatural = isKind('selfEmployed', 'private')
const has = (field: string) => (values: FieldValues) => values[field] !== null
const without =
  (...fields: string[]) =>
  () =>
    Object.fromEntries(fields.map(field => [field, null]))

const GAPS: readonly Gap[] = [
  { every: 23, canHave: isLegal, spoil: without('organisation.closingDay') },
  {
    every: 67,
    canHave: isKind('legal', 'selfEmployed'),
    spoil: without('identity.enterpriseNumber', 'identity.vatNumber'),
  },
  { every: 101, canHave: has('identity.enterpriseNumber'), spoil: mistypeEnterpriseNumber },
  { every: 53, canHave: isIdentified, spoil: without('identity.vatNumber') },
  { every: 41, canHave: isNatural, spoil: without('identity.nationalNumber') },
  { every: 131, canHave: has('identity.nationalNumber'), spoil: mistypeNationalNumber },
  { every: 17, canHave: isNatural, spoil: without('legal.identityCard') },
  { every: 11, canHave: has('legal.identityCard'), spoil: expireIdentityCard },
  { every: 19, canHave: isAnyone, spoil: without('aml.riskLevel', 'aml.assessedOn', 'aml.nextReview') },
  { every: 12, canHave: isOldClient, spoil: missReview },
  { every: 14, canHave: isAnyone, spoil: without('aml.engagementLetterOn') },
  { every: 6, canHave: values => isLegal(values) && has('aml.uboConfirmedOn')(values), spoil: forgetUbo },
  { every: 16, canHave: isLegal, spoil: without('aml.uboConfirmedOn') },
  { every: 29, canHave: isAnyone, spoil: without('assignment.responsible') },
  { every: 18, canHave: isAnyone, spoil: loseEmail },
  { every: 43, canHave: has('billing.flatAmount'), spoil: without('billing.flatAmount') },
  { every: 71, canHave: isAnyone, spoil: without('contact.street', 'contact.postalCode', 'contact.city') },
  {
    every: 47,
    canHave: isKind('legal', 'selfEmployed', 'noPersonality'),
    spoil: without('status.vatStatus'),
  },
  { every: 83, canHave: isAnyone, spoil: without('status.clientSince') },
  { every: 61, canHave: isAnyone, spoil: without('identity.language') },
  { every: 89, canHave: isLegal, spoil: without('identity.legalForm') },
  { every: 59, canHave: isAnyone, spoil: without('billing.mode') },
]

function isIdentified(values: FieldValues): boolean {
  return IDENTIFIED_FOR_VAT.some(status => status === values['status.vatStatus'])
}

function mistypeEnterpriseNumber(values: FieldValues): FieldValues {
  const wrong = withLastDigitWrong(String(values['identity.enterpriseNumber']))
  return {
    'identity.enterpriseNumber': wrong,
    ...(values['identity.vatNumber'] && { 'identity.vatNumber': `BE${wrong}` }),
  }
}

function mistypeNationalNumber(values: FieldValues): FieldValues {
  return { 'identity.nationalNumber': withLastDigitWrong(String(values['identity.nationalNumber'])) }
}

/** Nobody else can have it: all but its last digit is as good as ever. */
const withLastDigitWrong = (number: string): string =>
  number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)

function expireIdentityCard(_values: FieldValues, random: Random, today: Day): FieldValues {
  return { 'legal.identityCard': addDays(today, -random.between(1, 700)) }
}

/** A client for long enough to have missed a review. */
function isOldClient(values: FieldValues, today: Day): boolean {
  const since = values['status.clientSince']
  return typeof since === 'string' && since < addDays(today, -1_600) && values['aml.riskLevel'] !== null
}

function missReview(_values: FieldValues, random: Random, today: Day): FieldValues {
  const nextReview = addDays(today, -random.between(1, 400))
  return { 'aml.assessedOn': addDays(nextReview, -1_095), 'aml.nextReview': nextReview }
}

function forgetUbo(values: FieldValues, random: Random, today: Day): FieldValues {
  const confirmedOn = addDays(today, -random.between(370, 800))
  const since = values['status.clientSince']
  return { 'aml.uboConfirmedOn': typeof since === 'string' && since > confirmedOn ? since : confirmedOn }
}

function loseEmail(): FieldValues {
  return { 'contact.email': null, 'portal.state': 'none', 'portal.forms': false, 'mail.portal': false }
}
