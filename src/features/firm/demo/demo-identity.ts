import { enterpriseCheckDigits } from '#kernel/belgium/enterprise-number.ts'
import { nationalCheckDigits } from '#kernel/belgium/national-number.ts'
import { townName } from '#kernel/belgium/postal-codes.ts'
import type { Day } from '#kernel/day.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import { type DemoName, type DemoPerson, drawName } from './demo-client-name.ts'
import { ASSOCIATION_OF_FACT, type DemoProfile } from './demo-profile.ts'
import { BOX, STREETS } from './demo-streets.ts'
import type { Random } from './seeded-random.ts'

/** Gives clients their names, numbers and addresses, no number or e-mail address twice. */
export function identityMaker(): (profile: DemoProfile, random: Random) => FieldValues {
  const usedPlaces = new Set<number>()
  const usedNationalNumbers = new Set<string>()
  const usedEmails = new Map<string, number>()
  return (profile, random) => {
    const named = drawName(profile, random)
    const { person } = named
    const { kind, legalForm, birthday, since } = profile
    const hasNumber = kind !== 'private' && legalForm !== ASSOCIATION_OF_FACT
    return {
      'identity.name': named.name,
      'identity.kind': kind,
      'identity.legalForm': legalForm,
      'identity.enterpriseNumber': hasNumber
        ? enterpriseNumber(
            unused(usedPlaces, () => random.between(0, 3_999_999)),
            since,
          )
        : null,
      'identity.nationalNumber':
        person && birthday && unused(usedNationalNumbers, () => nationalNumber(person, birthday, random)),
      'identity.language': profile.language,
      'contact.email': unusedEmail(named, profile.language, usedEmails),
      'contact.phone': random.chance(0.9) ? phoneNumber(profile.zone, random) : null,
      'contact.street': street(profile, random),
      'contact.postalCode': profile.locality.postalCode,
      'contact.city': townName(profile.locality, profile.language),
      'contact.country': 'BE',
    }
  }
}

/** Draws again until it is one that nobody has. */
function unused<T>(used: Set<T>, draw: () => T): T {
  let drawn = draw()
  while (used.has(drawn)) drawn = draw()
  used.add(drawn)
  return drawn
}

/** The BCE has given out numbers that begin with 1 since then. */
const SECOND_SERIES: Day = '2023-09-19'

/** The number that goes with a place among four million, in the series of the time. */
function enterpriseNumber(place: number, since: Day): string {
  const firstEight = String((since < SECOND_SERIES ? 4_000_000 : 10_000_000) + place).padStart(8, '0')
  return firstEight + enterpriseCheckDigits(firstEight)
}

/** Women have even serial numbers, men odd ones. */
function nationalNumber({ isWoman }: DemoPerson, birthday: Day, random: Random): string {
  const serial = String(2 * random.between(1, 498) + (isWoman ? 0 : 1)).padStart(3, '0')
  const nine = birthday.slice(2).replaceAll('-', '') + serial
  return nine + nationalCheckDigits(birthday < '2000' ? nine : `2${nine}`)
}

// Top-level domain reserved for tests (RFC 2606): no mail can reach anybody.
const MAIL_HOSTS: Readonly<Record<Language, string>> = {
  fr: 'exemple.test',
  nl: 'voorbeeld.test',
  de: 'beispiel.test',
  en: 'example.test',
}

function unusedEmail({ name, person }: DemoName, language: Language, used: Map<string, number>): string {
  const slug = person ? `${slugOf(person.given)}.${slugOf(person.family)}` : slugOf(name)
  const times = (used.get(slug) ?? 0) + 1
  used.set(slug, times)
  const unique = times === 1 ? slug : `${slug}-${times}`
  return person ? `${unique}@${MAIL_HOSTS[language]}` : `info@${unique}.test`
}

const slugOf = (name: string): string =>
  foldText(name)
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')

/** A subscriber's number never begins with 0, so these ring nowhere. */
function phoneNumber(zone: string, random: Random): string {
  const lastFour = String(random.between(0, 9_999)).padStart(4, '0')
  const pairs = `${lastFour.slice(0, 2)} ${lastFour.slice(2)}`
  return zone.length === 2
    ? `${zone} 0${random.between(10, 99)} ${pairs}`
    : `${zone} 0${random.between(0, 9)} ${pairs}`
}

function street({ streetLanguage }: DemoProfile, random: Random): string {
  const houseNumber = `${random.between(1, 240)}${random.chance(0.05) ? random.pick(['A', 'B', 'C']) : ''}`
  const box = random.chance(0.15) ? `${BOX[streetLanguage]}${random.between(1, 40)}` : ''
  return `${random.pick(STREETS[streetLanguage])} ${houseNumber}${box}`
}
