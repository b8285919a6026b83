import { townName } from '#kernel/belgium/postal-codes.ts'
import type { Language } from '#kernel/language.ts'
import {
  ASSOCIATIONS,
  AWKWARD_NAMES,
  BRAND_ENDINGS,
  BRANDS,
  BUILDING_NAMES,
  BUILDINGS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  SIGNS,
} from './demo-names.ts'
import { ASSOCIATION_FORMS, ASSOCIATION_OF_FACT, CO_OWNERSHIP, type DemoProfile } from './demo-profile.ts'
import type { Random } from './seeded-random.ts'

export interface DemoPerson {
  family: string
  given: string
  isWoman: boolean
}

export interface DemoName {
  /** As the list shows it; of a person the family name first. */
  name: string
  /** Set for natural persons. */
  person: DemoPerson | null
}

const CO_OWNERS = { fr: 'ACP', nl: 'VME', de: 'MEV' } as const
const AND_SONS: Readonly<Record<Language, string>> = {
  fr: '& Fils',
  nl: '& Zonen',
  de: '& Söhne',
  en: '& Sons',
}
const AWKWARD = 0.02

export function drawName(profile: DemoProfile, random: Random): DemoName {
  const { kind, legalForm, sector } = profile
  if (kind === 'private' || kind === 'selfEmployed') return drawPerson(profile.language, random)
  if (legalForm === CO_OWNERSHIP) return organisation(coOwnershipName(profile.streetLanguage, random))
  if (legalForm !== null && [...ASSOCIATION_FORMS, ASSOCIATION_OF_FACT].includes(legalForm)) {
    return organisation(
      `${random.pick(ASSOCIATIONS[profile.language])} ${townName(profile.locality, profile.language)}`,
    )
  }
  if (random.chance(AWKWARD)) return organisation(random.pick(AWKWARD_NAMES))
  const trades = sector?.trades[profile.language]
  return organisation(
    trades ? companyName(trades, profile.language, random) : partnershipName(profile.language, random),
  )
}

function drawPerson(language: Language, random: Random): DemoName {
  const isWoman = random.chance(0.5)
  const { women, men } = GIVEN_NAMES[language]
  const person = {
    family: random.pick(FAMILY_NAMES[language]),
    given: random.pick(isWoman ? women : men),
    isWoman,
  }
  return { name: `${person.family} ${person.given}`, person }
}

const organisation = (name: string): DemoName => ({ name, person: null })

const coOwnershipName = (language: 'fr' | 'nl' | 'de', random: Random): string =>
  `${CO_OWNERS[language]} ${random.pick(BUILDINGS[language])} ${random.pick(BUILDING_NAMES[language])}`

function companyName(trades: readonly string[], language: Language, random: Random): string {
  const trade = random.pick(trades)
  const family = random.pick(FAMILY_NAMES[language])
  switch (random.between(1, 10)) {
    case 1:
    case 2:
      return `${random.pick(BRANDS)} ${random.pick(BRAND_ENDINGS)}`
    case 3:
    case 4:
      return `${trade} ${random.pick(SIGNS[language])}`
    case 5:
      return `${family} ${AND_SONS[language]}`
    case 6:
      return `${trade} ${family}-${random.pick(FAMILY_NAMES[language])}`
    default:
      return `${trade} ${family}`
  }
}

const partnershipName = (language: Language, random: Random): string =>
  `${random.pick(FAMILY_NAMES[language])} & ${random.pick(FAMILY_NAMES[language])}`
