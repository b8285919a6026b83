import { expect, test } from 'vitest'
import { linkProblem } from './check-link.ts'
import { DEFAULT_LINKS } from './default-links.ts'

test.each(DEFAULT_LINKS.map(({ url, needs }) => [url, needs] as const))('%s is fine', (url, needs) => {
  expect(linkProblem({ url, needs })).toBeUndefined()
})

test.each([
  ['javascript:alert(1)', 'nothing', 'badValue'],
  ['example.test/{n10}', 'enterpriseNumber', 'badValue'],
  ['https://', 'nothing', 'badValue'],
  ['https://x.test/a b', 'nothing', 'badValue'],
  ['https://x.test/{niss}', 'enterpriseNumber', 'unknownPlaceholder'],
  ['https://x.test/{nationalNumber}/{n10}', 'enterpriseNumber', 'unknownPlaceholder'],
  ['https://x.test/{n10', 'enterpriseNumber', 'unknownPlaceholder'],
  ['https://x.test/n10}', 'enterpriseNumber', 'unknownPlaceholder'],
  ['https://{n10}.test/', 'enterpriseNumber', 'unknownPlaceholder'],
  ['https://x.test/{n10}', 'nothing', 'unknownPlaceholder'],
  ['https://x.test/{lang}', 'vatNumber', 'noPlaceholder'],
] as const)('%s, which needs %s, is refused: %s', (url, needs, problem) => {
  expect(linkProblem({ url, needs })?.problem).toBe(problem)
})
