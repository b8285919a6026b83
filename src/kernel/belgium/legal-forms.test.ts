import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Choice, Field } from '../fields/field.ts'
import { meaningOf } from '../fields/field-kinds.ts'
import { foldText } from '../text.ts'
import { LEGAL_FORMS } from './legal-forms.ts'

const field: Field = {
  id: 'identity.legalForm',
  group: 'identity',
  kind: 'choice',
  label: 'Forme juridique',
  choices: LEGAL_FORMS,
  editable: true,
  sortable: true,
  shownByDefault: true,
  width: 120,
}

describe('the legal forms', () => {
  test('are exactly those of the code table of the BCE', () => {
    const codes = LEGAL_FORMS.map(form => form.value)
    expect(codes.toSorted()).toEqual([...readBceForms().keys()].toSorted())
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('can be found by the name that the BCE gives them, but where it is shared or misspelt', () => {
    const lost = [...readBceForms()].filter(([code, names]) =>
      names.some(name => !ownNames(code).has(letters(name))),
    )
    const sharedByTwoCodes = ['126', '155', '606', '608', '614']
    const misspeltOrUnclear = ['107', '127', '225', '265', '303', '393', '451', '721', '999']
    expect(lost.map(([code]) => code)).toEqual([...sharedByTwoCodes, ...misspeltOrUnclear].toSorted())
  })

  test('have no name in common, so that an import cannot mistake one for another', () => {
    const owners = new Map<string, Set<unknown>>()
    for (const form of LEGAL_FORMS) {
      for (const name of namesOf(form)) {
        const folded = foldText(name)
        owners.set(folded, (owners.get(folded) ?? new Set()).add(form.value))
      }
    }
    expect([...owners].filter(([, forms]) => forms.size > 1).map(([name]) => name)).toEqual([])
  })

  test.each([
    ['SRL', '610'],
    ['S.R.L.', '610'],
    ['bv', '610'],
    ['GmbH', '610'],
    ['société anonyme', '014'],
    ['N.V.', '014'],
    ['14', '014'],
    ['014', '014'],
    ['vzw', '017'],
    ['VME', '070'],
    ['Comm.V.', '612'],
    ['S.P.R.L.', '015'],
    ['BVBA', '015'],
    ['Maatschap', '702'],
  ])('read %j as %s', (typed, code) => {
    expect(meaningOf('choice').read(typed, field)).toEqual({ value: code })
  })

  test.each([
    ['610', false],
    ['014', false],
    ['702', false],
    ['015', true],
    ['008', true],
    ['012', true],
  ])('offer %s no longer: %j', (code, retired) => {
    expect(LEGAL_FORMS.find(form => form.value === code)?.retired ?? false).toBe(retired)
  })

  test.each([
    ['fr', 'SRL'],
    ['nl', 'BV'],
    ['de', 'GmbH'],
    ['en', 'SRL'],
  ] as const)('show 610 in %s as %s', (language, short) => {
    expect(meaningOf('choice').format('610', field, language)).toBe(short)
  })
})

function namesOf(form: Choice): string[] {
  const texts = [form.label, form.short ?? form.label].flatMap(text =>
    typeof text === 'string' ? [text] : Object.values(text),
  )
  return [String(form.value), ...texts, ...(form.aliases ?? [])]
}

function ownNames(code: string): Set<string> {
  const form = LEGAL_FORMS.find(one => one.value === code)
  return new Set(form ? namesOf(form).map(letters) : [])
}

const letters = (name: string): string => foldText(name).replace(/[^a-z0-9]/g, '')

/** The names of each form in the code table of the BCE's open data. */
function readBceForms(): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const [, code = '', name = ''] of readCodeTable().matchAll(
    /^"JuridicalForm","(\d{3})","..","(.*)"$/gm,
  )) {
    forms.set(code, [...(forms.get(code) ?? []), name])
  }
  return forms
}

function readCodeTable(): string {
  const file = resolve('../shared/data/kbo/code.csv')
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch (cause) {
    throw new Error(`This test compares with the code table of the BCE, which is not at ${file}.`, { cause })
  }
}
