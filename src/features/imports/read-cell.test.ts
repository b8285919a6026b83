import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enterpriseCheckDigits } from '#kernel/belgium/enterprise-number.ts'
import { nationalCheckDigits } from '#kernel/belgium/national-number.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import { SAMPLE_FIELDS, sampleField } from '#test/factories/sample-fields.ts'
import { readCell } from './read-cell.ts'
import type { Cell } from './sheet.ts'

const read = (id: string, cell: Cell) => readCell(cell, sampleField(id))

describe('reads', () => {
  test.each<[string, Cell, unknown]>([
    ['identity.enterpriseNumber', 403170701, '0403170701'],
    ['identity.enterpriseNumber', '403170701', '0403170701'],
    ['identity.enterpriseNumber', '0403.170.701', '0403170701'],
    ['identity.enterpriseNumber', ' BE 0403 170 701 ', '0403170701'],
    ['identity.enterpriseNumber', "'0403170701", '0403170701'],
    ['identity.enterpriseNumber', '4,03170701E+08', '0403170701'],
    ['identity.enterpriseNumber', '-', null],
    ['identity.vatNumber', 'BE0403.170.701', 'BE0403170701'],
    ['identity.vatNumber', 403170701, 'BE0403170701'],
    ['identity.vatNumber', 'Non assujetti', null],
    ['identity.vatNumber', 'TVA BE 0403.170.701', 'BE0403170701'],
    ['identity.vatNumber', 'BTW BE0403.170.701', 'BE0403170701'],
    ['identity.vatNumber', 'N° TVA : BE 0403170701', 'BE0403170701'],
    ['identity.vatNumber', 'btw-nr. 0403.170.701', 'BE0403170701'],
    ['identity.vatNumber', 'TVA NL001234567B01', 'NL001234567B01'],
    ['identity.vatNumber', 'NL001234567B01', 'NL001234567B01'],
    ['identity.nationalNumber', '85.07.30-033.28', '85073003328'],
    ['identity.nationalNumber', 85073003328, '85073003328'],
    ['identity.legalForm', '610', '610'],
    ['identity.legalForm', 17, '017'],
    ['identity.legalForm', 'S.R.L.', '610'],
    ['identity.legalForm', 'bv', '610'],
    ['identity.legalForm', 'Société à responsabilité limitée', '610'],
    ['identity.legalForm', 'SRL - Société à responsabilité limitée', '610'],
    ['identity.legalForm', 'SPRL unipersonnelle', '015'],
    ['identity.legalForm', 'a.s.b.l.', '017'],
    ['identity.kind', 'PM', 'legal'],
    ['identity.kind', 'Personne physique', 'selfEmployed'],
    ['identity.language', 'NL', 'nl'],
    ['identity.language', 'Français', 'fr'],
    ['identity.language', 'F', 'fr'],
    ['identity.labels', 'Horeca; Immo', [21, 22]],
    ['contact.country', 'Belgique', 'BE'],
    ['contact.country', 'B', 'BE'],
    ['contact.phone', 83611205, '083611205'],
    ['contact.phone', 475123456, '0475123456'],
    ['contact.phone', 32475123456, '+32475123456'],
    ['contact.phone', '081/22.33.44', '081/22.33.44'],
    ['contact.phone', "'+32 81 22 33 44", '+32 81 22 33 44'],
    ['contact.postalCode', 5000, '5000'],
    ['contact.street', 'Rue Haute 1\r\nboîte 2', 'Rue Haute 1 boîte 2'],
    ['contact.email', 'Anne Dupont <anne@dupont.be>', 'anne@dupont.be'],
    ['contact.email', 'mailto:anne@dupont.be', 'anne@dupont.be'],
    ['organisation.closingDay', '31/12', '12-31'],
    ['organisation.closingDay', '2025-06-30', '06-30'],
    ['organisation.closingDay', '31 décembre', '12-31'],
    ['organisation.closingDay', '30 juin 2026', '06-30'],
    ['organisation.closingDay', '31 maart', '03-31'],
    ['status.clientSince', '31/12/2025', '2025-12-31'],
    ['status.clientSince', '2025-12-31', '2025-12-31'],
    ['status.clientSince', '31/12/2025 00:00:00', '2025-12-31'],
    ['organisation.closingDay', '30/06/2025 00:00:00', '06-30'],
    ['status.clientSince', 46022, '2025-12-31'],
    ['status.clientSince', '46022', '2025-12-31'],
    ['status.clientSince', '1er janvier 2020', '2020-01-01'],
    ['status.clientSince', '5-feb-19', '2019-02-05'],
    ['status.clientSince', '00/00/0000', null],
    ['status.vatStatus', 'Trimestriel', 'quarterly'],
    ['status.vatStatus', 'Art. 44', 'exempt44'],
    ['status.vatStatus', 'NA', 'none'],
    ['status.vatStatus', 'N/A', null],
    ['aml.riskLevel', 'NA', null],
    ['contact.country', 'NA', null],
    ['aml.pep', 'non', false],
    ['aml.pep', true, true],
    ['aml.pep', '-', false],
    ['aml.riskLevel', 'Élevé', 'high'],
    ['assignment.responsible', 'anne peeters', 11],
    ['assignment.responsible', 'PEETERS Anne', 11],
    ['assignment.responsible', 'ERIC@firm.test', 12],
    ['assignment.responsible', 'de smet, jan', 13],
    ['assignment.responsible', 'jan', 13],
    ['assignment.portfolio', 'NAMUR', 1],
    ['billing.flatAmount', 1250.5, '1250.50'],
    ['billing.flatAmount', 0.1 + 0.2, '0.30'],
    ['billing.flatAmount', '1.250,00 €', '1250.00'],
  ])('in %s, %s as %s', (id, cell, value) => {
    expect(read(id, cell)).toEqual({ value })
  })
})

describe('refuses', () => {
  test.each<[string, Cell, string]>([
    ['identity.enterpriseNumber', '12345', 'notAnEnterpriseNumber'],
    ['identity.enterpriseNumber', '4,03E+08', 'roundedByExcel'],
    ['identity.name', '#REF!', 'excelError'],
    ['identity.name', 'x'.repeat(251), 'tooLong'],
    ['identity.legalForm', 'Limited', 'notAChoice'],
    ['contact.email', 'nobody', 'notAnEmail'],
    ['status.clientSince', '31/02/2025', 'notADay'],
    ['status.clientSince', 'bientôt', 'notADay'],
    ['organisation.closingDay', '45', 'notADayOfYear'],
    ['aml.pep', 'peut-être', 'notYesNo'],
    ['assignment.portfolio', '1', 'notAChoice'],
    ['assignment.responsible', 11, 'notAChoice'],
    ['assignment.responsible', 'Peeters', 'notAChoice'],
    ['billing.flatAmount', 'beaucoup', 'notAnAmount'],
    ['billing.flatAmount', 1250.123, 'tooManyDecimals'],
    ['billing.flatAmount', '0,125', 'notAnAmount'],
    ['billing.flatAmount', '1,250', 'ambiguousAmount'],
  ])('in %s, %s: %s', (id, cell, problem) => {
    expect(read(id, cell)).toMatchObject({ problem })
  })

  test('a text that is too long and says how long it may be', () => {
    expect(read('contact.street', 'x'.repeat(300))).toEqual({
      problem: 'tooLong',
      params: { limit: 250, length: 300 },
    })
  })
})

test('warns of wrong check digits and keeps the number', () => {
  expect(read('identity.enterpriseNumber', '0403.170.702')).toEqual({
    value: '0403170702',
    warning: 'wrongCheckDigits',
  })
})

test('warns of an amount that may be a thousand times what was meant', () => {
  expect(read('billing.flatAmount', '1.250')).toEqual({ value: '1250.00', warning: 'dotForThousands' })
})

test('warns of a formula without a result and keeps nothing', () => {
  expect(read('identity.name', { uncomputed: true })).toEqual({ value: null, warning: 'uncomputedFormula' })
})

test('gives back the zeros that Excel took from the national number of someone born in 2001', () => {
  const number = `010101001${nationalCheckDigits('2010101001')}`
  expect(read('identity.nationalNumber', Number(number))).toEqual({ value: number })
})

test('reads every enterprise number, with or without its zero, as the same ten digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2_000_000, max: 19_999_999 }), first => {
      const eight = String(first).padStart(8, '0')
      const number = `${eight}${enterpriseCheckDigits(eight)}`
      for (const cell of [number, Number(number), `BE ${number}`, number.replace(/^(....)(...)/, '$1.$2.')]) {
        expect(read('identity.enterpriseNumber', cell)).toEqual({ value: number })
      }
    }),
  )
})

test('never throws, and gives only values that the field holds', () => {
  const ids = SAMPLE_FIELDS.filter(({ kind }) => kind !== 'client').map(({ id }) => id)
  const odd = fc.constantFrom(
    '\u0000',
    '\ud800',
    '1\u00a02',
    '31\u202f12',
    '٣',
    '🙂',
    ' ',
    '(',
    '-1',
    '1e400',
    '%_',
  )
  const cell = fc.oneof(odd, fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(fc.constantFrom(...ids), cell, (id, input) => {
      const reading = read(id, input)
      const field = sampleField(id)
      return (
        !('value' in reading) || reading.value === null || meaningOf(field.kind).holds(reading.value, field)
      )
    }),
    { numRuns: 1_000 },
  )
})
