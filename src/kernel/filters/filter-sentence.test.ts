import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryCondition, fieldOfKind } from '#test/factories/arbitrary-filters.ts'
import { FIELD_KINDS, type Field, type FieldKind } from '../fields/field.ts'
import { operatorsOf } from '../fields/field-kinds.ts'
import { LANGUAGES, type Language, type Text } from '../language.ts'
import type { Condition, Filter, Operator } from './filter.ts'
import { conditionSentence, filterSentence, operatorLabel } from './filter-sentence.ts'

const text = (fr: string, nl: string, de: string, en: string): Text => ({ fr, nl, de, en })

const declared: readonly Field[] = [
  fieldOfKind('text', { id: 'name', label: text('Nom', 'Naam', 'Name', 'Name') }),
  fieldOfKind('enterpriseNumber', { id: 'number', label: 'N°' }),
  fieldOfKind('vatNumber', { id: 'vat', label: 'TVA' }),
  fieldOfKind('choice', {
    id: 'form',
    label: text('Forme juridique', 'Rechtsvorm', 'Rechtsform', 'Legal form'),
    choices: [
      { value: '610', label: 'Société à responsabilité limitée', short: text('SRL', 'BV', 'GmbH', 'SRL') },
      { value: '014', label: 'Société anonyme', short: text('SA', 'NV', 'AG', 'SA') },
      { value: '017', label: 'Association sans but lucratif', short: text('ASBL', 'VZW', 'VoG', 'ASBL') },
    ],
  }),
  fieldOfKind('labels', {
    id: 'labels',
    label: 'Labels',
    choices: [
      { value: 1, label: 'Horeca' },
      { value: 2, label: 'Immo' },
      { value: 3, label: 'VIP' },
    ],
  }),
  fieldOfKind('client', { id: 'billedTo', label: 'Client à facturer' }),
  fieldOfKind('yesNo', { id: 'active', label: text('Actif', 'Actief', 'Aktiv', 'Active') }),
  fieldOfKind('date', {
    id: 'since',
    label: text('Client depuis', 'Klant sinds', 'Kunde seit', 'Client since'),
  }),
  fieldOfKind('dayOfYear', { id: 'closing', label: 'Clôture' }),
  fieldOfKind('money', { id: 'flat', label: 'Forfait' }),
  fieldOfKind('nationalNumber', { id: 'secret', label: 'Registre national' }),
]
const fields = new Map(declared.map(field => [field.id, field]))

const plainSpaces = (sentence: string) => sentence.replace(/[\u00a0\u202f]/g, ' ')

describe('a condition in French', () => {
  test.each<[Condition, string]>([
    [{ field: 'form', op: 'in', value: ['610', '014', '017'] }, 'Forme juridique : SRL, SA, ASBL'],
    [{ field: 'form', op: 'in', value: ['610', null] }, 'Forme juridique : SRL, vide'],
    [{ field: 'form', op: 'in', value: [null] }, 'Forme juridique : vide'],
    [{ field: 'form', op: 'in', value: [] }, 'Forme juridique : aucune valeur'],
    [{ field: 'form', op: 'in', value: ['999'] }, 'Forme juridique : valeur supprimée'],
    [{ field: 'form', op: 'notIn', value: ['610', '014'] }, 'Forme juridique ≠ SRL, SA'],
    [{ field: 'form', op: 'notIn', value: [null] }, 'Forme juridique ≠ vide'],
    [{ field: 'form', op: 'notIn', value: [] }, 'Forme juridique : n’importe quelle valeur'],
    [{ field: 'form', op: 'empty' }, 'Forme juridique : vide'],
    [{ field: 'form', op: 'notEmpty' }, 'Forme juridique ≠ vide'],
    [{ field: 'form', op: 'incomplete' }, 'Forme juridique : incomplet ou en erreur'],
    [{ field: 'active', op: 'isTrue' }, 'Actif : oui'],
    [{ field: 'active', op: 'isFalse' }, 'Actif : non'],
    [{ field: 'active', op: 'in', value: [true, null] }, 'Actif : oui, vide'],
    [{ field: 'name', op: 'contains', value: 'dupont' }, 'Nom contient « dupont »'],
    [{ field: 'name', op: 'notContains', value: '' }, 'Nom ne contient pas «  »'],
    [{ field: 'name', op: 'startsWith', value: '{to} $&' }, 'Nom commence par « {to} $& »'],
    [{ field: 'name', op: 'eq', value: 'x' }, 'Nom est « x »'],
    [{ field: 'name', op: 'ne', value: 'x' }, 'Nom n’est pas « x »'],
    [{ field: 'name', op: 'in', value: ['Namur', 'Liège'] }, 'Nom : Namur, Liège'],
    [{ field: 'number', op: 'eq', value: '0403170701' }, 'N° est « 0403.170.701 »'],
    [{ field: 'number', op: 'startsWith', value: '0403' }, 'N° commence par « 0403 »'],
    [{ field: 'vat', op: 'in', value: ['BE0403170701', 'be'] }, 'TVA : BE 0403.170.701, be'],
    [
      { field: 'since', op: 'between', value: ['2020-01-01', '2020-12-31'] },
      'Client depuis : entre 01/01/2020 et 31/12/2020',
    ],
    [{ field: 'since', op: 'lt', value: '2020-01-01' }, 'Client depuis : avant 01/01/2020'],
    [{ field: 'since', op: 'gte', value: '2020-01-01' }, 'Client depuis : au plus tôt 01/01/2020'],
    [{ field: 'since', op: 'eq', value: '2020-01-01' }, 'Client depuis = 01/01/2020'],
    [{ field: 'since', op: 'today' }, 'Client depuis : aujourd’hui'],
    [{ field: 'since', op: 'past' }, 'Client depuis : date dépassée'],
    [{ field: 'since', op: 'nextDays', value: 30 }, 'Client depuis : dans les 30 prochains jours'],
    [{ field: 'since', op: 'nextDays', value: 1 }, 'Client depuis : aujourd’hui ou demain'],
    [{ field: 'since', op: 'olderThanDays', value: 90 }, 'Client depuis : il y a plus de 90 jours'],
    [{ field: 'since', op: 'olderThanDays', value: 1 }, 'Client depuis : il y a plus d’un jour'],
    [{ field: 'closing', op: 'gt', value: '06-30' }, 'Clôture : après 30/06'],
    [{ field: 'flat', op: 'gte', value: '1250' }, 'Forfait ≥ 1 250,00 €'],
    [{ field: 'flat', op: 'ne', value: 0.5 }, 'Forfait ≠ 0,50 €'],
    [{ field: 'flat', op: 'between', value: [0, '10'] }, 'Forfait : entre 0,00 € et 10,00 €'],
    [{ field: 'labels', op: 'hasAny', value: [1, 2, 3] }, 'Labels : Horeca, Immo ou VIP'],
    [{ field: 'labels', op: 'hasAny', value: [1, null] }, 'Labels : Horeca ou vide'],
    [{ field: 'labels', op: 'hasAll', value: [1, 2] }, 'Labels : Horeca et Immo'],
    [{ field: 'labels', op: 'hasAll', value: [] }, 'Labels : n’importe quelle valeur'],
    [{ field: 'labels', op: 'hasNone', value: [1, 2] }, 'Labels : sans Horeca ni Immo'],
    [{ field: 'labels', op: 'hasNone', value: [null] }, 'Labels ≠ vide'],
    [{ field: 'billedTo', op: 'in', value: [12] }, 'Client à facturer : n° 12'],
    [{ field: 'secret', op: 'notEmpty' }, 'Registre national ≠ vide'],
    [{ field: 'custom.12', op: 'eq', value: 'x' }, '« custom.12 » : ce champ n’existe plus'],
  ])('%j reads %s', (condition, sentence) => {
    expect(plainSpaces(conditionSentence(condition, fields, 'fr'))).toBe(sentence)
  })
})

describe('a filter in words', () => {
  const either: Filter = {
    any: [
      { field: 'active', op: 'isFalse' },
      {
        all: [
          { field: 'form', op: 'in', value: ['610', '017'] },
          { field: 'since', op: 'past' },
        ],
      },
      { none: [{ field: 'name', op: 'contains', value: 'x' }] },
    ],
  }
  const filter: Filter = { all: [{ field: 'active', op: 'isTrue' }, either] }

  test.each<[Language, string]>([
    [
      'fr',
      'Actif : oui ; au moins une : (Actif : non ; toutes : (Forme juridique : SRL, ASBL ; Client depuis : date dépassée) ; aucune : (Nom contient « x »))',
    ],
    [
      'nl',
      'Actief: ja; minstens één: (Actief: nee; alle: (Rechtsvorm: BV, VZW; Klant sinds: datum verstreken); geen enkele: (Naam bevat “x”))',
    ],
    [
      'de',
      'Aktiv: ja; mindestens eine: (Aktiv: nein; alle: (Rechtsform: GmbH, VoG; Kunde seit: Datum abgelaufen); keine: (Name enthält „x“))',
    ],
    [
      'en',
      'Active: yes; at least one: (Active: no; all: (Legal form: SRL, ASBL; Client since: date past); none: (Name contains “x”))',
    ],
  ])('reads in %s: %s', (language, sentence) => {
    expect(filterSentence(filter, fields, language)).toBe(sentence)
  })

  test.each<[Filter, string]>([
    [{ all: [] }, 'tous les clients'],
    [{ none: [] }, 'tous les clients'],
    [{ any: [] }, 'aucun client'],
    [{ all: [{ any: [{ all: [{ field: 'active', op: 'isTrue' }] }] }] }, 'Actif : oui'],
    [{ field: 'active', op: 'isTrue' }, 'Actif : oui'],
    [{ none: [{ field: 'active', op: 'isTrue' }] }, 'aucune : (Actif : oui)'],
    [
      {
        any: [
          { field: 'active', op: 'isTrue' },
          { field: 'since', op: 'today' },
        ],
      },
      'au moins une : (Actif : oui ; Client depuis : aujourd’hui)',
    ],
  ])('%j reads %s', (one, sentence) => {
    expect(filterSentence(one, fields, 'fr')).toBe(sentence)
  })
})

const ALL_OPERATORS = FIELD_KINDS.flatMap(kind => {
  const field = fieldOfKind(kind, { requiredFor: { all: [] } })
  return operatorsOf(field).map((op): [FieldKind, Operator, Field] => [kind, op, field])
})

test.each(ALL_OPERATORS)(
  'a %s with %s is told in four languages, without a code or a hole',
  (_kind, op, field) => {
    const byId = new Map([[field.id, field]])
    fc.assert(
      fc.property(arbitraryCondition(field, op), fc.constantFrom(...LANGUAGES), (condition, language) => {
        const sentence = conditionSentence(condition, byId, language)
        const label = typeof field.label === 'string' ? field.label : field.label[language]
        expect(sentence.startsWith(label)).toBe(true)
        const told = sentence.slice(label.length)
        expect(told).not.toBe('')
        expect(told).not.toMatch(/undefined|\[object|NaN|\{(value|from|to)\}/)
        expect(told).not.toMatch(
          /\b(notIn|notEmpty|notContains|startsWith|nextDays|hasAny|isTrue|legal|private)\b/,
        )
      }),
      { numRuns: 20 },
    )
  },
)

describe('the label of an operator', () => {
  const labelOf = (op: Operator, kind: FieldKind) => operatorLabel(op, { kind }, 'fr')

  test.each<[Operator, FieldKind, string]>([
    ['contains', 'text', 'contient'],
    ['notContains', 'text', 'ne contient pas'],
    ['startsWith', 'email', 'commence par'],
    ['eq', 'text', 'est'],
    ['ne', 'vatNumber', 'n’est pas'],
    ['empty', 'text', 'est vide'],
    ['notEmpty', 'choice', 'n’est pas vide'],
    ['eq', 'money', '='],
    ['ne', 'money', '≠'],
    ['lt', 'money', '<'],
    ['lte', 'money', '≤'],
    ['gt', 'money', '>'],
    ['gte', 'money', '≥'],
    ['between', 'money', 'entre'],
    ['eq', 'date', '='],
    ['lt', 'date', 'avant'],
    ['gt', 'dayOfYear', 'après'],
    ['today', 'date', 'aujourd’hui'],
    ['nextDays', 'date', 'dans les N prochains jours'],
    ['olderThanDays', 'date', 'il y a plus de N jours'],
    ['past', 'identityDocument', 'est dépassée'],
    ['hasAny', 'labels', 'a un des'],
    ['hasAll', 'labels', 'a tous'],
    ['hasNone', 'labels', 'n’a aucun'],
    ['incomplete', 'date', 'incomplet ou en erreur'],
  ])('%s on a %s is « %s »', (op, kind, label) => {
    expect(labelOf(op, kind)).toBe(label)
  })

  test.each(LANGUAGES)('is another one for each operator of a field in %s', language => {
    for (const kind of FIELD_KINDS) {
      const own = operatorsOf(fieldOfKind(kind, { requiredFor: { all: [] } }))
      const labels = own.map(op => operatorLabel(op, { kind }, language))
      expect(new Set(labels).size).toBe(labels.length)
      for (const label of labels) expect(label).not.toMatch(/[a-z][A-Z]/)
    }
  })
})
