import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasRightEnterpriseCheck } from '#kernel/belgium/enterprise-number.ts'
import { hasRightVatCheck } from '#kernel/belgium/vat-number.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('The check of a number in the database', database => {
  const inDatabase = async (check: string, numbers: readonly string[]): Promise<boolean[]> => {
    const { rows } = await database().pool.query<{ right: boolean }>(
      `SELECT ${check}(number) AS right FROM unnest($1::text[]) WITH ORDINALITY AS x(number, place) ORDER BY place`,
      [numbers],
    )
    return rows.map(({ right }) => right)
  }

  const digits = (length: number) => fc.stringMatching(new RegExp(`^[01][0-9]{${length - 1}}$`))
  const SOME_RIGHT = ['0403170701', '1000000042', '0403170702', '', '04031707', 'O403170701']

  test('says of enterprise numbers what the kernel says', async () => {
    const numbers = [...SOME_RIGHT, ...fc.sample(digits(10), 500)]
    expect(await inDatabase('is_right_enterprise_number', numbers)).toEqual(
      numbers.map(hasRightEnterpriseCheck),
    )
  })

  test('says of VAT numbers what the kernel says, of every country', async () => {
    const country = fc.constantFrom(
      ...'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI CH'.split(' '),
    )
    const rest = fc.oneof(digits(10), fc.stringMatching(/^[A-Z]?[0-9]{7,12}[A-Z]{0,2}$/), fc.constant(''))
    const numbers = [
      ...SOME_RIGHT.map(number => `BE${number}`),
      'ATU12345678',
      'NL123456789B01',
      'XIGD123',
      ...fc.sample(fc.tuple(country, rest), 2000).map(([prefix, number]) => prefix + number),
    ]
    expect(await inDatabase('is_right_vat_number', numbers)).toEqual(numbers.map(hasRightVatCheck))
  })
})
