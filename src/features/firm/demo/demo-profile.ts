import type { ClientKind } from '#features/clients/client-choices.ts'
import { addressLanguages, findLocality, type Locality } from '#kernel/belgium/postal-codes.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'
import { CITY_SECTORS, type DemoSector, SECTORS } from './demo-sectors.ts'
import { DEMO_ZONES, type DemoRegion } from './demo-towns.ts'
import type { Random } from './seeded-random.ts'

/** What decides the rest about a client: what it is, where it is and how long it has been one. */
export interface DemoProfile {
  kind: ClientKind
  legalForm: string | null
  /** What it does for a living; a private person, an association and a co-ownership have none. */
  sector: DemoSector | null
  region: DemoRegion
  locality: Locality
  /** Telephone zone of the town. */
  zone: string
  /** In which the firm writes to it. */
  language: Language
  /** In which its street has a name. */
  streetLanguage: 'fr' | 'nl' | 'de'
  /** Set for natural persons. */
  birthday: Day | null
  since: Day
  /** Set for former clients. */
  until: Day | null
}

const KINDS = [
  ['legal', 50],
  ['selfEmployed', 27],
  ['private', 20],
  ['noPersonality', 3],
] as const

/** KBO codes: SRL, SA, ASBL, ACP, SComm, SC, SNC, old SPRL, private foundation, AISBL. */
const FORMS_WITH_PERSONALITY = [
  ['610', 54],
  ['014', 12],
  ['017', 14],
  ['070', 6],
  ['612', 5],
  ['706', 3],
  ['011', 3],
  ['015', 2],
  ['026', 0.5],
  ['125', 0.5],
] as const
/** Société simple, association without legal personality. */
const FORMS_WITHOUT_PERSONALITY = [
  ['702', 7],
  ['721', 3],
] as const

/** What the portfolio for associations holds: ASBL, AISBL and foundations. */
export const ASSOCIATION_FORMS: readonly string[] = ['017', '125', '026', '029']
export const CO_OWNERSHIP = '070'
/** An association of fact is not registered, so it has no enterprise number. */
export const ASSOCIATION_OF_FACT = '721'

const REGIONS = [
  ['brussels', 43],
  ['wallonia', 29],
  ['eastBelgium', 2],
  ['flanders', 26],
] as const

const LANGUAGES_OF: Readonly<Record<DemoRegion, readonly (readonly [Language, number])[]>> = {
  brussels: [
    ['fr', 70],
    ['nl', 22],
    ['en', 8],
  ],
  wallonia: [
    ['fr', 98],
    ['en', 2],
  ],
  eastBelgium: [
    ['de', 94],
    ['fr', 6],
  ],
  flanders: [
    ['nl', 95],
    ['fr', 3],
    ['en', 2],
  ],
}

const FIRST_BIRTHDAY: Day = '1938-01-01'
const LAST_BIRTHDAY: Day = '2005-12-31'
const FIRST_CLIENT: Day = '1995-01-02'
const FORMER = 0.06
const LEAVING = 0.005

/** Whatever the day, it draws as often: the rest of the client does not change when its dates do. */
export function drawProfile(random: Random, today: Day): DemoProfile {
  const kind = random.weighted<ClientKind>(KINDS)
  const legalForm = drawLegalForm(kind, random)
  const region = random.weighted<DemoRegion>(REGIONS)
  const language = random.weighted(LANGUAGES_OF[region])
  const { zone, postalCodes } = random.weighted(DEMO_ZONES[region])
  const locality = getLocality(random.pick(postalCodes))
  const sectors = region === 'brussels' ? CITY_SECTORS : SECTORS
  const birthday = random.day(FIRST_BIRTHDAY, LAST_BIRTHDAY)
  const isNatural = kind === 'selfEmployed' || kind === 'private'
  const since = random.day(isNatural ? firstDayAsClient(birthday) : FIRST_CLIENT, today)
  return {
    kind,
    legalForm,
    sector: hasSector(kind, legalForm) ? random.weighted<DemoSector>(sectors) : null,
    region,
    locality,
    zone,
    language,
    streetLanguage: streetLanguageOf(locality.postalCode, language),
    birthday: isNatural ? birthday : null,
    since,
    until: drawUntil(since, random, today),
  }
}

function drawLegalForm(kind: ClientKind, random: Random): string | null {
  if (kind === 'legal') return random.weighted<string>(FORMS_WITH_PERSONALITY)
  return kind === 'noPersonality' ? random.weighted<string>(FORMS_WITHOUT_PERSONALITY) : null
}

function hasSector(kind: ClientKind, legalForm: string | null): boolean {
  if (kind === 'selfEmployed') return true
  const isCompany = kind === 'legal' && legalForm !== CO_OWNERSHIP
  return isCompany && !ASSOCIATION_FORMS.includes(legalForm ?? '')
}

function getLocality(postalCode: string): Locality {
  const locality = findLocality(postalCode)
  if (!locality) throw new Error(`The demo names the postal code ${postalCode}, which does not exist.`)
  return locality
}

function streetLanguageOf(postalCode: string, language: Language): 'fr' | 'nl' | 'de' {
  const languages = addressLanguages(postalCode)
  return languages.find(one => one === language) ?? languages[0] ?? 'fr'
}

/** Whoever becomes a client is of age. */
function firstDayAsClient(birthday: Day): Day {
  const ofAge = addDays(birthday, 18 * 366)
  return ofAge > FIRST_CLIENT ? ofAge : FIRST_CLIENT
}

function drawUntil(since: Day, random: Random, today: Day): Day | null {
  const yesterday = addDays(today, -1)
  const past = random.day(addDays(since, 1), yesterday)
  const announced = random.day(addDays(today, 15), addDays(today, 200))
  if (random.chance(LEAVING)) return announced
  return random.chance(FORMER) && since < yesterday ? past : null
}
