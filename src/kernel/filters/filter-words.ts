import type { Field } from '../fields/field.ts'
import { familyOf, isDateKind } from '../fields/field-kinds.ts'
import type { Language } from '../language.ts'
import type { Operator } from './filter.ts'

type Words = Readonly<Record<Language, string>>

/** An operator as a menu offers it, and what follows the name of the field where a condition is told. */
interface Wording {
  label: Words
  /** `{value}` stands for the operand, `{from}` and `{to}` for the two of a pair. */
  phrase: Words
}

/** How an operator reads on a field: texts *are* something, days lie *before* others. */
export function wordingOf(op: Operator, field: Pick<Field, 'kind'>): Wording {
  if (familyOf(field) === 'text') return TEXT_WORDINGS[op] ?? WORDINGS[op]
  const isDay = isDateKind(field.kind) || field.kind === 'dayOfYear'
  return (isDay ? DAY_WORDINGS[op] : undefined) ?? WORDINGS[op]
}

const words = (fr: string, nl: string, de: string, en: string): Words => ({ fr, nl, de, en })

const mapped = ({ fr, nl, de, en }: Words, change: (text: string) => string): Words =>
  words(change(fr), change(nl), change(de), change(en))

const afterColon = ({ fr, nl, de, en }: Words): Words => words(` : ${fr}`, `: ${nl}`, `: ${de}`, `: ${en}`)

/** `Nom contient « x »` */
const verb = (fr: string, nl: string, de: string, en: string): Wording => {
  const label = words(fr, nl, de, en)
  return { label, phrase: mapped(label, text => ` ${text} {value}`) }
}

/** `Forfait ≥ 100,00 €` */
const sign = (text: string): Wording => verb(text, text, text, text)

/** `Client depuis : avant 01/01/2020` */
const preposition = (fr: string, nl: string, de: string, en: string): Wording => {
  const label = words(fr, nl, de, en)
  return { label, phrase: afterColon(mapped(label, text => `${text} {value}`)) }
}

/** `Client depuis : aujourd’hui` */
const state = (fr: string, nl: string, de: string, en: string): Wording => {
  const label = words(fr, nl, de, en)
  return { label, phrase: afterColon(label) }
}

const VALUE = afterColon(words('{value}', '{value}', '{value}', '{value}'))
const EMPTY = words('vide', 'leeg', 'leer', 'empty')

const WORDINGS: Readonly<Record<Operator, Wording>> = {
  in: { label: words('est parmi', 'is een van', 'ist eines von', 'is one of'), phrase: VALUE },
  notIn: {
    label: words('n’est pas parmi', 'is geen van', 'ist keines von', 'is none of'),
    phrase: sign('≠').phrase,
  },
  empty: { label: words('est vide', 'is leeg', 'ist leer', 'is empty'), phrase: afterColon(EMPTY) },
  notEmpty: {
    label: words('n’est pas vide', 'is niet leeg', 'ist nicht leer', 'is not empty'),
    phrase: mapped(EMPTY, text => ` ≠ ${text}`),
  },
  contains: verb('contient', 'bevat', 'enthält', 'contains'),
  notContains: verb('ne contient pas', 'bevat niet', 'enthält nicht', 'does not contain'),
  startsWith: verb('commence par', 'begint met', 'beginnt mit', 'starts with'),
  eq: sign('='),
  ne: sign('≠'),
  lt: sign('<'),
  lte: sign('≤'),
  gt: sign('>'),
  gte: sign('≥'),
  between: {
    label: words('entre', 'tussen', 'zwischen', 'between'),
    phrase: afterColon(
      words(
        'entre {from} et {to}',
        'tussen {from} en {to}',
        'zwischen {from} und {to}',
        'between {from} and {to}',
      ),
    ),
  },
  today: state('aujourd’hui', 'vandaag', 'heute', 'today'),
  past: {
    label: words('est dépassée', 'is verstreken', 'ist abgelaufen', 'is past'),
    phrase: afterColon(words('date dépassée', 'datum verstreken', 'Datum abgelaufen', 'date past')),
  },
  nextDays: {
    label: words(
      'dans les N prochains jours',
      'in de komende N dagen',
      'in den nächsten N Tagen',
      'in the next N days',
    ),
    phrase: afterColon(
      words(
        'dans les {value} prochains jours',
        'in de komende {value} dagen',
        'in den nächsten {value} Tagen',
        'in the next {value} days',
      ),
    ),
  },
  olderThanDays: {
    label: words(
      'il y a plus de N jours',
      'meer dan N dagen geleden',
      'vor mehr als N Tagen',
      'more than N days ago',
    ),
    phrase: afterColon(
      words(
        'il y a plus de {value} jours',
        'meer dan {value} dagen geleden',
        'vor mehr als {value} Tagen',
        'more than {value} days ago',
      ),
    ),
  },
  hasAny: { label: words('a un des', 'heeft een van', 'hat eines von', 'has one of'), phrase: VALUE },
  hasAll: { label: words('a tous', 'heeft alle', 'hat alle', 'has all of'), phrase: VALUE },
  hasNone: {
    label: words('n’a aucun', 'heeft geen van', 'hat keines von', 'has none of'),
    phrase: preposition('sans', 'zonder', 'ohne', 'without').phrase,
  },
  isTrue: state('oui', 'ja', 'ja', 'yes'),
  isFalse: state('non', 'nee', 'nein', 'no'),
  incomplete: state(
    'incomplet ou en erreur',
    'onvolledig of foutief',
    'unvollständig oder fehlerhaft',
    'incomplete or in error',
  ),
}

const TEXT_WORDINGS: Readonly<Partial<Record<Operator, Wording>>> = {
  eq: verb('est', 'is', 'ist', 'is'),
  ne: verb('n’est pas', 'is niet', 'ist nicht', 'is not'),
}

const DAY_WORDINGS: Readonly<Partial<Record<Operator, Wording>>> = {
  lt: preposition('avant', 'vóór', 'vor', 'before'),
  lte: preposition('au plus tard', 'uiterlijk', 'spätestens', 'on or before'),
  gt: preposition('après', 'na', 'nach', 'after'),
  gte: preposition('au plus tôt', 'ten vroegste', 'frühestens', 'on or after'),
}

/** The phrases of one day, which the ones of many days do not fit. */
export const ONE_DAY: Readonly<Partial<Record<Operator, Words>>> = {
  nextDays: afterColon(
    words('aujourd’hui ou demain', 'vandaag of morgen', 'heute oder morgen', 'today or tomorrow'),
  ),
  olderThanDays: afterColon(
    words(
      'il y a plus d’un jour',
      'meer dan een dag geleden',
      'vor mehr als einem Tag',
      'more than a day ago',
    ),
  ),
}

/** The phrases of a list without values, which keeps nobody or everybody. */
export const NO_VALUE = afterColon(words('aucune valeur', 'geen waarde', 'kein Wert', 'no value'))
export const ANY_VALUE = afterColon(
  words('n’importe quelle valeur', 'om het even welke waarde', 'beliebiger Wert', 'any value'),
)

/** What joins the last two values of a set. */
export const LAST_JOINERS: Readonly<Partial<Record<Operator, Words>>> = {
  hasAny: words(' ou ', ' of ', ' oder ', ' or '),
  hasAll: words(' et ', ' en ', ' und ', ' and '),
  hasNone: words(' ni ', ' of ', ' oder ', ' or '),
}

/** The words around conditions and values. */
export const FILTER_WORDS = {
  empty: EMPTY,
  quoted: words('« {value} »', '“{value}”', '„{value}“', '“{value}”'),
  deletedValue: words('valeur supprimée', 'verwijderde waarde', 'gelöschter Wert', 'deleted value'),
  deletedField: words(
    '« {value} » : ce champ n’existe plus',
    '“{value}”: dit veld bestaat niet meer',
    '„{value}“: dieses Feld gibt es nicht mehr',
    '“{value}”: this field no longer exists',
  ),
  separator: words(' ; ', '; ', '; ', '; '),
  all: words('toutes : ({value})', 'alle: ({value})', 'alle: ({value})', 'all: ({value})'),
  any: words(
    'au moins une : ({value})',
    'minstens één: ({value})',
    'mindestens eine: ({value})',
    'at least one: ({value})',
  ),
  none: words('aucune : ({value})', 'geen enkele: ({value})', 'keine: ({value})', 'none: ({value})'),
  everyClient: words('tous les clients', 'alle klanten', 'alle Kunden', 'all clients'),
  noClient: words('aucun client', 'geen enkele klant', 'kein Kunde', 'no client'),
} as const
