import fc from 'fast-check'
import { addDays, type Day } from '#kernel/day.ts'
import {
  type Choice,
  FIELD_KINDS,
  type Field,
  type FieldKind,
  type FieldValue,
  type FieldValues,
} from '#kernel/fields/field.ts'
import { familyOf, isDateKind, operatorsOf } from '#kernel/fields/field-kinds.ts'
import type { Condition, Filter, Operator } from '#kernel/filters/filter.ts'
import { valueShape } from '#kernel/filters/value-shape.ts'

/** The day that most dates of arbitrary rows and filters lie around. */
export const ARBITRARY_TODAY: Day = '2026-06-15'

/**
 * Any filter over the fields that `checkFilter` lets pass: nested and empty groups, every operator, operands that are
 * often equal to a value or part of one, and texts that mean something to a pattern, a query or a text encoding.
 */
export function arbitraryFilter(fields: readonly Field[]): fc.Arbitrary<Filter> {
  const tests = fields.flatMap(field => operatorsOf(field).map(op => ({ field, op })))
  const conditions = fc.constantFrom(...tests).chain(({ field, op }) => arbitraryCondition(field, op))
  return fc.letrec<{ filter: Filter; group: Filter }>(tie => {
    const parts = fc.array(tie('filter'), { maxLength: 4 })
    return {
      filter: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        { weight: 1, arbitrary: conditions },
        { weight: 2, arbitrary: tie('group') },
      ),
      group: fc.oneof(
        parts.map(all => ({ all })),
        parts.map(any => ({ any })),
        parts.map(none => ({ none })),
      ),
    }
  }).filter
}

/** Any condition with an operator that the field has. */
export function arbitraryCondition(field: Field, op: Operator): fc.Arbitrary<Condition> {
  const operand = arbitraryOperand(field, op)
  return operand === undefined
    ? fc.constant({ field: field.id, op })
    : operand.map(value => ({ field: field.id, op, value }))
}

/** Any client as far as the fields go that are not computed; about one value in four is missing. */
export function arbitraryValues(fields: readonly Field[]): fc.Arbitrary<FieldValues> {
  const stored = fields.filter(field => !field.computed)
  return fc.record(
    Object.fromEntries(stored.map(field => [field.id, fc.option(arbitraryValue(field), { freq: 3 })])),
  )
}

/** A catalogue with a field of every kind; who must have a value, and which dates expire, is arbitrary. */
export const arbitraryFields: fc.Arbitrary<readonly Field[]> = fc
  .tuple(...FIELD_KINDS.map(kind => fc.tuple(fc.constant(kind), arbitraryRequirement(), fc.boolean())))
  .map(kinds => kinds.map(([kind, requirement, expires]) => fieldOfKind(kind, { ...requirement, expires })))

/** A field of a kind, with the id `its.<kind>` and choices where the kind has some. */
export function fieldOfKind(kind: FieldKind, options: Partial<Field> = {}): Field {
  const { expires = false, ...others } = options
  return {
    id: `its.${kind}`,
    group: 'identity',
    kind,
    label: { fr: `Champ ${kind}`, nl: `Veld ${kind}`, de: `Feld ${kind}`, en: `Field ${kind}` },
    editable: true,
    sortable: true,
    shownByDefault: true,
    width: 100,
    ...(CHOICES[kind] ? { choices: CHOICES[kind] } : {}),
    ...(expires && isDateKind(kind) ? { expires } : {}),
    ...others,
  }
}

const named = (value: string | number, label: string): Choice => ({ value, label })

const THINGS_OF_THE_FIRM = [named(1, 'Namur'), named(2, 'Gent'), named(30, 'L’Étoile, & fils')]

const CHOICES: Partial<Readonly<Record<FieldKind, readonly Choice[]>>> = {
  choice: [named('legal', 'Personne morale'), named('private', 'Particulier'), named('017', 'ASBL')],
  reference: THINGS_OF_THE_FIRM,
  user: THINGS_OF_THE_FIRM,
  labels: THINGS_OF_THE_FIRM,
  choices: THINGS_OF_THE_FIRM,
}

function arbitraryRequirement(): fc.Arbitrary<Pick<Field, 'requiredFor'>> {
  const isLegal: Filter = { field: 'its.choice', op: 'in', value: ['legal', null] }
  return fc.constantFrom<Pick<Field, 'requiredFor'>>(
    {},
    { requiredFor: { all: [] } },
    { requiredFor: isLegal },
    { requiredFor: { none: [isLegal, { field: 'its.yesNo', op: 'isTrue' }] } },
  )
}

const PIECES = [
  ...['a', 'A', 'b', 'é', 'É', 'e\u0301', 'E', '\u0301', 'ß', 'ẞ', 'Œ', 'İ', 'Ł', 'Σ', '0', '7'],
  ...[' ', '.', '-', '%', '_', '\\', "'", '"', '$1', '{', '*', '(', '\t', '🦊', '👩‍👧', '❤️', '日本'],
]
const NAMES = [
  'École du Parc',
  'ECOLE',
  'ateliers d’Été',
  '50 % de_remise',
  "'; DROP TABLE clients; --",
  'null',
]
const NEVER_STORED = ['', '\0', 'a\0b', '\ud83e', 'x'.repeat(10_240)]

const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')),
)

/** Values that are found in rows, some of them wrong. */
const TEXTS: Partial<Readonly<Record<FieldKind, readonly string[]>>> = {
  email: ['info@exemple.be', 'Info@Exemple.be', 'o_o%@example.com'],
  url: ['https://www.exemple.be', 'http://exemple.be/a?b=c#d'],
  phone: ['+32 81 22 33 44', '081/22.33.44'],
  enterpriseNumber: ['0403170701', '0418551932', '0403170700', '1234567890'],
  vatNumber: ['BE0403170701', 'BE0403170700', 'FR12345678901', 'LU12345678'],
  nationalNumber: ['85073003328', '85073003329', '00000000000'],
}

const DAYS_AROUND = [-36_500, -366, -61, -60, -31, -1, 0, 1, 7, 30, 60, 61, 365]
const DAYS = [
  ...DAYS_AROUND.map(count => addDays(ARBITRARY_TODAY, count)),
  '0001-01-01',
  '2024-02-29',
  '9999-12-31',
]
const DAYS_OF_YEAR = ['01-01', '02-29', '06-15', '06-30', '12-31']
const AMOUNTS = [
  '-9999999999.99',
  '-1.50',
  '-0.01',
  '0.00',
  '0.10',
  '0.30',
  '5.00',
  '1250.00',
  '9999999999.99',
]
const NUMBERS = [-999_999_999_999, -1.5, -0.000001, 0, 0.1, 0.3, 1, 2, 10, 1250.5, 999_999_999_999.5]
const AMOUNTS_AS_TYPED = ['5', '5.0', '0.1', '-0', '1250', 5, 0.1, 0.3, -1.5, 0, 1250.25]

/** Any value that a client can have in the field. */
export function arbitraryValue(field: Field): fc.Arbitrary<FieldValue> {
  if (familyOf(field) === 'set') return fc.subarray((field.choices ?? []).map(choice => choice.value))
  return isFreeText(field) ? arbitraryText : arbitraryScalar(field)
}

const isFreeText = ({ kind }: Field): boolean => kind === 'text' || kind === 'longText'

function arbitraryScalar(field: Field): fc.Arbitrary<string | number | boolean> {
  const texts = TEXTS[field.kind]
  if (texts) return fc.constantFrom(...texts)
  if (isDateKind(field.kind)) return fc.constantFrom(...DAYS)
  if (field.kind === 'dayOfYear') return fc.constantFrom(...DAYS_OF_YEAR)
  if (field.kind === 'number') return fc.constantFrom(...NUMBERS)
  if (field.kind === 'money') return fc.constantFrom(...AMOUNTS)
  if (field.kind === 'yesNo') return fc.boolean()
  return field.choices
    ? fc.constantFrom(...field.choices.map(choice => choice.value))
    : fc.integer({ min: 1, max: 5 })
}

function arbitraryOperand(field: Field, op: Operator): fc.Arbitrary<unknown> | undefined {
  const one = arbitraryOne(field)
  switch (valueShape(op)) {
    case 'nothing':
      return undefined
    case 'days':
      return fc.constantFrom(0, 1, 7, 30, 60, 61, 36_500)
    case 'one':
      return one
    case 'pair':
      return fc.tuple(one, one)
    case 'several':
      return fc.array(op === 'hasAll' ? one : fc.option(one, { freq: 4 }), { maxLength: 4 })
  }
}

function arbitraryOne(field: Field): fc.Arbitrary<string | number | boolean> {
  if (field.kind === 'money') return fc.constantFrom(...AMOUNTS, ...AMOUNTS_AS_TYPED)
  if (familyOf(field) !== 'text') return arbitraryScalar(field)
  const whole = isFreeText(field) ? arbitraryText : fc.constantFrom(...(TEXTS[field.kind] ?? ['']))
  return fc.oneof(
    { weight: 4, arbitrary: whole },
    { weight: 4, arbitrary: partOf(whole) },
    { weight: 2, arbitrary: arbitraryText },
    { weight: 1, arbitrary: fc.constantFrom(...NEVER_STORED) },
  )
}

/** Some of the characters of a text in a row, in another case. */
const partOf = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(whole, fc.nat(5), fc.nat(5), fc.boolean()).map(([text, start, length, isLoud]) => {
    const part = [...text].slice(start, start + length).join('')
    return isLoud ? part.toUpperCase() : part
  })
