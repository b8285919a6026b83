import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foldText } from '../text.ts'
import { addressLanguages, findLocality, isBelgianPostalCode, townName } from './postal-codes.ts'

describe('the postal codes', () => {
  test.each([
    ['1050', 'Elsene', 'Ixelles'],
    ['5000', 'Namen', 'Namur'],
    ['9000', 'Gent', 'Gand'],
    ['9090', 'Melle', 'Melle'],
    ['7090', "'s-Gravenbrakel", 'Braine-le-Comte'],
    ['4670', 'Blegny', 'Blegny'],
    ['4780', 'Sankt Vith', 'Saint-Vith'],
  ])('%s is %s, in French %s', (postalCode, nl, fr) => {
    expect(findLocality(postalCode)).toEqual({ postalCode, nl, fr })
  })

  test('are exactly those that the reference gives a municipality', () => {
    const reference = readReference().filter(({ nis, note }) => nis !== '' || note !== '')
    const known = Array.from({ length: 10_000 }, (_, code) => String(code).padStart(4, '0')).filter(
      findLocality,
    )
    expect(known).toEqual(reference.map(({ zip }) => zip))
  })

  test('have the names of the reference, in either language', () => {
    const wrong = readReference().flatMap(({ zip, names }) => {
      const locality = findLocality(zip)
      return locality && !(names.has(letters(locality.nl)) && names.has(letters(locality.fr)))
        ? [locality]
        : []
    })
    expect(wrong).toEqual([])
  })

  test('spell each town in one way on an address', () => {
    const spellings = new Map<string, Set<string>>()
    for (let code = 1000; code < 10_000; code++) {
      const locality = findLocality(String(code))
      for (const name of locality ? [townName(locality, 'nl'), townName(locality, 'fr')] : []) {
        spellings.set(letters(name), (spellings.get(letters(name)) ?? new Set()).add(name))
      }
    }
    expect([...spellings.values()].filter(names => names.size > 1)).toEqual([])
  })

  test.each([
    ['1000', true],
    ['9992', true],
    ['1049', true],
    ['0999', false],
    ['10000', false],
    ['L-1234', false],
  ])('tell whether %s can be a Belgian one: %j', (text, can) => {
    expect(isBelgianPostalCode(text)).toBe(can)
  })
})

describe('the name of a town on an address', () => {
  test.each([
    ['1050', 'fr', 'Ixelles'],
    ['1050', 'nl', 'Elsene'],
    ['1050', 'en', 'Ixelles'],
    ['9000', 'fr', 'Gent'],
    ['5000', 'nl', 'Namur'],
    ['4780', 'fr', 'Sankt Vith'],
  ] as const)('of %s for a reader of %s is %s', (postalCode, language, name) => {
    const locality = findLocality(postalCode)
    expect(locality && townName(locality, language)).toBe(name)
  })

  test.each([
    ['1000', ['fr', 'nl']],
    ['1300', ['fr']],
    ['1500', ['nl']],
    ['3790', ['nl']],
    ['4000', ['fr']],
    ['4700', ['de']],
    ['7700', ['fr']],
    ['8000', ['nl']],
  ])('in %s is written in %j', (postalCode, languages) => {
    expect(addressLanguages(postalCode)).toEqual(languages)
  })
})

interface ReferenceCode {
  zip: string
  nis: string
  note: string
  /** All names that one of its sources has, without accents and punctuation. */
  names: ReadonlySet<string>
}

function readReference(): ReferenceCode[] {
  return readReferenceFile()
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => {
      const [zip = '', nl = '', fr = '', nis = '', , , , , note = ''] = line.split(',')
      const municipalities = [nl, fr].map(name => name.replace(/ \(.*\)$/, ''))
      return {
        zip,
        nis,
        note,
        names: new Set([...municipalities, ...note.slice('differs: '.length).split('/')].map(letters)),
      }
    })
}

function readReferenceFile(): string {
  const file = resolve('../shared/data/postal/be_postcodes_merged.csv')
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`This test compares with a list of postal codes, which is not at ${file}.`, { cause })
  }
}

const letters = (name: string): string => foldText(name).replace(/[^a-z]/g, '')
