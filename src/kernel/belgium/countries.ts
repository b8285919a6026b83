import type { Choice } from '../fields/field.ts'
import type { Language } from '../language.ts'

/** ISO 3166-1 alpha-2, in alphabetical order. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
  'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
  'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
  'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
  'VN VU WF WS YE YT ZA ZM ZW'

const FIRST = ['BE', 'FR', 'NL', 'DE', 'LU']

/** Names that files use and that no language of the interface has. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  CZ: ['République tchèque', 'Tsjechische Republiek', 'Tschechische Republik', 'Czech Republic'],
  GB: ['UK', 'Great Britain', 'Grande-Bretagne', 'Groot-Brittannië', 'Großbritannien'],
  LU: ['Grand-Duché de Luxembourg', 'Groothertogdom Luxemburg'],
  NL: ['Hollande', 'Holland'],
  US: ['USA'],
}

// The names come with the JavaScript engine (Unicode CLDR): four languages without a table to keep.
const regionNames = (language: Language) => new Intl.DisplayNames(language, { type: 'region' })
const NAMES = { fr: regionNames('fr'), nl: regionNames('nl'), de: regionNames('de'), en: regionNames('en') }

/** Every country, by its two-letter code: Belgium and its neighbours first, the others by code. */
export const COUNTRIES: readonly Choice[] = [...new Set([...FIRST, ...CODES.split(' ')])].map(code => ({
  value: code,
  label: { fr: nameOf(code, 'fr'), nl: nameOf(code, 'nl'), de: nameOf(code, 'de'), en: nameOf(code, 'en') },
  ...(OTHER_NAMES[code] && { aliases: OTHER_NAMES[code] }),
}))

function nameOf(code: string, language: Language): string {
  return NAMES[language].of(code) ?? code
}
