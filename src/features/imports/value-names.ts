import type { Choice, Field, FieldValue } from '#kernel/fields/field.ts'
import { foldText } from '#kernel/text.ts'

/** A list of names, written as one. */
const names = (list: string): string[] => list.trim().split(/\s*,\s*/)

/** What else lists call the values of a choice, beside its code, abbreviation and label. */
const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'identity.kind': {
    legal: names(`PM, Société, Vennootschap, RP, Gesellschaft, Company, Firme, 2`),
    selfEmployed: names(`
      Personne physique, PP, Indépendant complémentaire, Profession libérale, EI, Entreprise individuelle,
      Entreprise personne physique, Natuurlijk persoon, NP, Eenmanszaak, Vrij beroep, Natürliche Person,
      Einzelunternehmen, Einzelunternehmer, Freiberufler, Natural person, Sole trader, Freelance, 1
    `),
    private: names(`Privé, Personne privée, IPP, PB, Privépersoon, Privat, Private, Individual`),
    noPersonality: names(`Association de fait, Feitelijke vereniging, Nichtrechtsfähiger Verein, Indivision`),
  },
  'identity.legalForm': {
    '610': names(`SRLU, SRL unipersonnelle, Eenpersoons BV`),
    '015': names(`SPRLU, SPRL unipersonnelle, EBVBA, SPRL-U`),
    '706': names(`Coopérative, SC agréée, CV erkend`),
    '017': names(`Association, Vereniging, Verein`),
    '070': names(`Copropriété, Mede-eigendom, Miteigentümergemeinschaft`),
    '612': names(`SCom, Société en commandite, Comm V`),
    '702': names(`Société de droit commun`),
  },
  'identity.language': {
    fr: names(`F, FRA, Fr-BE, 1`),
    nl: names(`N, NLD, NL-BE, Vlaams, Flamand, 2`),
    de: names(`D, DEU, All, Duitstalig, 3`),
    en: names(`E, ENG, Angl, 4`),
  },
  'contact.country': {
    BE: names(`B, BEL, Belgique / België`),
    FR: names(`F, FRA`),
    LU: names(`L, LUX`),
    NL: names(`NLD`),
    DE: names(`D, DEU`),
    GB: names(`England, Angleterre`),
  },
  'status.vatStatus': {
    none: names(`Non, Nee, Nein, No, Non assujetti à la TVA, NA, Geen, Aucun, Niet, Particulier`),
    pending: names(`En cours, Demandée, Aangevraagd, Beantragt, Pending`),
    monthly: names(`Mensuel, Mensuelle, M, Maandelijks, Maand, Monatlich, Monthly, 12`),
    quarterly: names(`
      Trimestriel, Trimestrielle, T, Q, Kwartaal, Per kwartaal, Vierteljährlich, Quartal, Quarterly, 4
    `),
    franchise: names(`
      Franchise, Petite entreprise, 56bis, Art. 56bis, Vrijstelling, Kleine onderneming, Kleinunternehmer
    `),
    exempt44: names(`Exempté, Exonéré, Art. 44, 44, Vrijgesteld, Befreit, Exempt`),
    farmer: names(`Agricole, Régime agricole, Art. 57, 57, Landbouw, Landbouwer, Landwirt, Farmer`),
    vatGroup: names(`Unité TVA, Btw-eenheid, MwSt-Einheit, Groupe TVA, VAT group`),
    struckOff: names(`Radiée, Stopzetting, Stopgezet, Gelöscht`),
  },
  'status.vatDeduction': {
    full: names(`Total, 100, 100 %, Complet, Complète`),
    mixed: names(`Assujetti mixte, Gemengde btw-plichtige`),
    partial: names(`Partiel, Prorata`),
  },
  'aml.riskLevel': {
    low: names(`Bas, Basse, Low, 1, Vert, Groen, Niedrig`),
    standard: names(`Moyen, Normal, Normaal, Medium, 2, Gemiddeld, Mittel`),
    high: names(`Haut, Haute, Important, High, 3, Rouge, Rood`),
  },
  'billing.mode': {
    flat: names(`Fixe, Abonnement, Vast`),
    timeBased: names(`Régie, Regie, Horaire, Uurtarief, Stundensatz, Hourly`),
    flatPlusExtras: names(`Forfait et hors forfait, Mixte, Gemengd`),
    none: names(`Aucun, Gratuit, Pro deo, Geen, Keine`),
  },
}

/** Whether lists use these words for a choice of the field, such as `NA` for who is not liable to VAT. */
export const isOtherName = (text: string, fieldId: string): boolean =>
  Object.values(VALUE_NAMES[fieldId] ?? {}).some(others =>
    others.some(name => foldText(name) === foldText(text)),
  )

/** A value as values are compared: without case, accents, punctuation and white space. */
const valueKey = (text: string): string => foldText(text).replace(/[^a-z0-9]/g, '')

/**
 * The choice that goes by a name: its code, abbreviation, label or another name, or one of these before or after a
 * remark, as in `SRL - Société à …` and `BV (BVBA)`. The id of a thing of the firm is no name of it.
 */
export function choiceByName(text: string, field: Field): FieldValue | undefined {
  const { exact, loose } = namesOf(field)
  const whole = exact.get(foldText(text))
  if (whole !== undefined) return whole
  for (const part of [text, ...text.split(/\s+[-–—]\s+|[(:)]/)]) {
    const found = loose.get(valueKey(part))
    if (found !== undefined && found !== AMBIGUOUS) return found
  }
  return undefined
}

/** A user by the words of the name in any order, by e-mail address or by the part of it before the `@`. */
export function userByName(text: string, field: Field): FieldValue | undefined {
  const wanted = wordsOf(text)
  const found = (field.choices ?? []).filter(choice =>
    namesOfChoice(choice, field).some(
      name => wordsOf(name) === wanted || valueKey(name.split('@', 1)[0] ?? '') === valueKey(text),
    ),
  )
  return found.length === 1 ? found[0]?.value : undefined
}

const wordsOf = (text: string): string =>
  foldText(text)
    .split(/[^a-z0-9@]+/)
    .filter(word => word !== '')
    .sort()
    .join(' ')

const AMBIGUOUS = Symbol('a name of two choices')

interface Names {
  /** By the name as people write it, folded. */
  exact: Map<string, FieldValue>
  /** By the name without punctuation and white space; also the other names. */
  loose: Map<string, FieldValue | typeof AMBIGUOUS>
}

const known = new WeakMap<Field, Names>()

function namesOf(field: Field): Names {
  const names = known.get(field) ?? collectNames(field)
  known.set(field, names)
  return names
}

/** Official names win over other names. */
function collectNames(field: Field): Names {
  const exact: Names['exact'] = new Map()
  const official: Names['loose'] = new Map()
  const others: Names['loose'] = new Map()
  for (const choice of field.choices ?? []) {
    for (const name of namesOfChoice(choice, field)) {
      if (!exact.has(foldText(name))) exact.set(foldText(name), choice.value)
      addLoosely(official, name, choice.value)
    }
    for (const name of VALUE_NAMES[field.id]?.[String(choice.value)] ?? [])
      addLoosely(others, name, choice.value)
  }
  return { exact, loose: new Map([...others, ...official]) }
}

function namesOfChoice({ value, label, short, aliases = [] }: Choice, { kind }: Field): string[] {
  const texts = [label, ...(short === undefined ? [] : [short])]
  const names = texts.flatMap(text => (typeof text === 'string' ? [text] : Object.values(text)))
  return [...(kind === 'choice' ? [String(value)] : []), ...names, ...aliases]
}

function addLoosely(names: Names['loose'], name: string, value: FieldValue): void {
  const key = valueKey(name)
  if (key !== '') names.set(key, names.has(key) && names.get(key) !== value ? AMBIGUOUS : value)
}
