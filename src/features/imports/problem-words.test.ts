import { describe, expect, test } from 'vitest'
import { YES_NO } from '#kernel/fields/field-kinds.ts'
import { LANGUAGES } from '#kernel/language.ts'
import { sampleField } from '#test/factories/sample-fields.ts'
import { acceptedValues, withPortfolios } from './accepted-values.ts'
import { problemInWords } from './problem-words.ts'

describe.each(LANGUAGES)('in %s, a refusal says what is accepted:', language => {
  const [yes, no] = YES_NO[language].map(word => word.toLowerCase())
  const accepted = acceptedValues(withPortfolios(sampleField('assignment.portfolio'), [1]), language)
  test.each<[string, string]>([
    ['notAChoice', 'Namur'],
    ['portfolioMissing', 'Namur'],
    ['portfolioNotEditable', 'Namur'],
    ['notYesNo', `${yes}, ${no}`],
    ['notAVatNumber', 'BE0403170701'],
    ['notAnEnterpriseNumber', '0403.170.701'],
    ['notADay', 'Namur'],
    ['notADayOfYear', 'Namur'],
    ['notAnAmount', 'Namur'],
    ['ambiguousAmount', 'Namur'],
    ['notAnEmail', 'Namur'],
  ])('%s', (problem, named) => {
    expect(problemInWords(problem, { accepted }, language)).toContain(named)
  })

  test.each<[string, string[]]>([
    ['noSuchSheet', ['7', '2']],
    ['noSuchDefaultPortfolio', ['7', 'Namur']],
    ['noSuchTarget', ['AB', '7', 'Namur']],
    ['partWithoutField', ['AB', '7', 'Namur']],
    ['mappedTwice', ['AB', '7']],
  ])('%s, with the value that is not', (problem, named) => {
    const text = problemInWords(problem, { accepted, column: 'AB', value: '7', last: 2 }, language)
    for (const part of named) expect(text).toContain(part)
  })
})

test('names the first choices, as the language calls them, and none that is retired', () => {
  expect(acceptedValues(sampleField('identity.legalForm'), 'nl')).toMatch(/^BV, NV, VZW, (.+, ){5}…$/)
  expect(acceptedValues(sampleField('identity.kind'), 'fr')).not.toContain('…')
  expect(acceptedValues(sampleField('identity.name'), 'fr')).toBe('')
})
