import type { Field, FieldValue } from '#kernel/fields/field.ts'
import { foldText } from '#kernel/text.ts'

/**
 * What else lists call the values of a choice, beside its code, abbreviation and label. Names are compared as
 * `valueKey` makes them.
 */
const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'identity.kind': {
    legal: [
      'PM',
      'Société',
      'Vennootschap',
      'RP',
      'Gesellschaft',
      'Company',
      'Firme',
      'ASBL',
      'VZW',
      'VoG',
      '2',
    ],
    selfEmployed: [
      ...[
        'Personne physique',
        'PP',
        'Indépendant complémentaire',
        'Profession libérale',
        'EI',
        'Entreprise individuelle',
      ],
      ...[
        'Entreprise personne physique',
        'Natuurlijk persoon',
        'NP',
        'Eenmanszaak',
        'Vrij beroep',
        'Natürliche Person',
      ],
      ...[
        'Einzelunternehmen',
        'Einzelunternehmer',
        'Freiberufler',
        'Natural person',
        'Sole trader',
        'Freelance',
        '1',
      ],
    ],
    private: ['Privé', 'Personne privée', 'IPP', 'PB', 'Privépersoon', 'Privat', 'Private', 'Individual'],
    noPersonality: [
      'Association de fait',
      'Feitelijke vereniging',
      'Nichtrechtsfähiger Verein',
      'Indivision',
    ],
  },
  'identity.legalForm': {
    '610': ['SRLU', 'SRL unipersonnelle', 'Eenpersoons BV', 'SPRL devenue SRL', 'BV (BVBA)'],
    '015': ['SPRLU', 'SPRL unipersonnelle', 'EBVBA', 'SPRL-U'],
    '706': ['Coopérative', 'SC agréée', 'CV erkend'],
    '017': ['Association', 'Vereniging', 'Verein'],
    '070': ['Copropriété', 'ACP copropriété', 'Mede-eigendom', 'Miteigentümergemeinschaft'],
    '612': ['SCom', 'Société en commandite', 'Comm V'],
    '702': ['Société de droit commun', 'Maatschap'],
  },
  'identity.language': {
    fr: ['F', 'FRA', 'Fr-BE', '1'],
    nl: ['N', 'NLD', 'NL-BE', 'Vlaams', 'Flamand', '2'],
    de: ['D', 'DEU', 'All', 'Duitstalig', '3'],
    en: ['E', 'ENG', 'Angl', '4'],
  },
  'contact.country': {
    BE: ['B', 'BEL', 'Belgique / België'],
    FR: ['F', 'FRA'],
    LU: ['L', 'LUX', 'Grand-Duché de Luxembourg'],
    NL: ['NLD', 'Hollande', 'Holland'],
    DE: ['D', 'DEU'],
    GB: ['UK', 'Grande-Bretagne', 'Groot-Brittannië', 'Great Britain', 'England', 'Angleterre'],
  },
  'status.vatStatus': {
    none: [
      'Non',
      'Nee',
      'Nein',
      'No',
      'Non assujetti à la TVA',
      'NA',
      'Geen',
      'Aucun',
      'Niet',
      'Particulier',
    ],
    pending: ['En cours', 'Demandée', 'Aangevraagd', 'Beantragt', 'Pending'],
    monthly: ['Mensuel', 'Mensuelle', 'M', 'Maandelijks', 'Maand', 'Monatlich', 'Monthly', '12'],
    quarterly: [
      'Trimestriel',
      'Trimestrielle',
      'T',
      'Q',
      'Kwartaal',
      'Per kwartaal',
      'Vierteljährlich',
      'Quartal',
      'Quarterly',
      '4',
    ],
    franchise: [
      'Franchise',
      'Petite entreprise',
      '56bis',
      'Art. 56bis',
      'Vrijstelling',
      'Kleine onderneming',
      'Kleinunternehmer',
    ],
    exempt44: ['Exempté', 'Exonéré', 'Art. 44', '44', 'Vrijgesteld', 'Befreit', 'Exempt'],
    farmer: ['Agricole', 'Régime agricole', 'Art. 57', '57', 'Landbouw', 'Landbouwer', 'Landwirt', 'Farmer'],
    vatGroup: ['Unité TVA', 'Btw-eenheid', 'MwSt-Einheit', 'Groupe TVA', 'VAT group'],
    struckOff: ['Radiée', 'Stopzetting', 'Stopgezet', 'Gelöscht'],
  },
  'status.vatDeduction': {
    full: ['Total', '100', '100 %', 'Complet', 'Complète'],
    mixed: ['Assujetti mixte', 'Gemengde btw-plichtige'],
    partial: ['Partiel', 'Prorata'],
  },
  'aml.riskLevel': {
    low: ['Bas', 'Basse', 'Low', '1', 'Vert', 'Groen', 'Niedrig'],
    standard: ['Moyen', 'Normal', 'Normaal', 'Medium', '2', 'Gemiddeld', 'Mittel'],
    high: ['Haut', 'Haute', 'Important', 'High', '3', 'Rouge', 'Rood'],
  },
  'billing.mode': {
    flat: ['Fixe', 'Abonnement', 'Vast'],
    timeBased: ['Régie', 'Regie', 'Horaire', 'Uurtarief', 'Stundensatz', 'Hourly'],
    flatPlusExtras: ['Forfait et hors forfait', 'Mixte', 'Gemengd'],
    none: ['Aucun', 'Gratuit', 'Pro deo', 'Geen', 'Keine'],
  },
}

/** A value as values are compared: without case, accents, punctuation and white space. */
export const valueKey = (text: string): string => foldText(text).replace(/[^a-z0-9]/g, '')

/** The choice that goes by another of its names, or by its name without a remark: `SRL - Société à …`, `BV (BVBA)`. */
export function choiceByOtherName(text: string, field: Field): FieldValue | undefined {
  const names = namesOf(field)
  for (const part of [text, ...text.split(/\s+[-–—]\s+|[(:]/)]) {
    const found = names.get(valueKey(part))
    if (found !== undefined) return found
  }
  return undefined
}

/** A user by the words of the name in any order, by e-mail address or by the part of it before the `@`. */
export function userByOtherName(text: string, field: Field): FieldValue | undefined {
  const wanted = wordsOf(text)
  const found = (field.choices ?? []).filter(choice =>
    [choice.label, ...(choice.aliases ?? [])].some(name => {
      const known = typeof name === 'string' ? name : name.fr
      return wordsOf(known) === wanted || valueKey(known.split('@', 1)[0] ?? '') === valueKey(text)
    }),
  )
  return found.length === 1 ? found[0]?.value : undefined
}

const wordsOf = (text: string): string =>
  foldText(text)
    .split(/[^a-z0-9@]+/)
    .filter(word => word !== '')
    .sort()
    .join(' ')

const known = new WeakMap<Field, Map<string, FieldValue>>()

function namesOf(field: Field): Map<string, FieldValue> {
  const names = known.get(field) ?? collectNames(field)
  known.set(field, names)
  return names
}

/** Official names win over other names; a name that two choices share stands for neither. */
function collectNames(field: Field): Map<string, FieldValue> {
  const official = new Map<string, FieldValue | undefined>()
  const others = new Map<string, FieldValue | undefined>()
  const add = (names: Map<string, FieldValue | undefined>, name: string, value: FieldValue) => {
    const key = valueKey(name)
    names.set(key, names.has(key) && names.get(key) !== value ? undefined : value)
  }
  for (const choice of field.choices ?? []) {
    const texts = [
      choice.label,
      ...(choice.short === undefined ? [] : [choice.short]),
      ...(choice.aliases ?? []),
    ]
    for (const text of texts) {
      for (const name of typeof text === 'string' ? [text] : Object.values(text))
        add(official, name, choice.value)
    }
    for (const name of VALUE_NAMES[field.id]?.[String(choice.value)] ?? []) add(others, name, choice.value)
  }
  const all = [...others, ...official].filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined,
  )
  return new Map(all.filter(([key]) => key !== ''))
}
