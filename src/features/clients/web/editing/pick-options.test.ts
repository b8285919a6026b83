import { describe, expect, test } from 'vitest'
import { findOptions, type PickOption } from './pick-options.ts'

const FORMS: readonly PickOption[] = [
  { value: '014', label: 'SA', detail: 'Société anonyme' },
  { value: '610', label: 'SRL', detail: 'Société à responsabilité limitée' },
  { value: '706', label: 'SC', detail: 'Société coopérative' },
  { value: '017', label: 'ASBL', detail: 'Association sans but lucratif' },
]

const found = (query: string) => findOptions(FORMS, query).map(({ label }) => label)

describe('choices that are searched by typing', () => {
  test('the one that was typed whole comes first, then those that start so', () => {
    expect(found('sa')).toEqual(['SA', 'SRL', 'ASBL'])
    expect(found('s')).toEqual(['SA', 'SRL', 'SC', 'ASBL'])
    expect(found('sbl')).toEqual(['ASBL'])
  })

  test('each word is found anywhere, whatever accents and case', () => {
    expect(found('SOCIETE COOP')).toEqual(['SC'])
    expect(found('limitee')).toEqual(['SRL'])
    expect(found('coop anonyme')).toEqual([])
  })

  test('nothing typed offers them all, in their order', () => {
    expect(found('  ')).toEqual(['SA', 'SRL', 'SC', 'ASBL'])
  })
})
