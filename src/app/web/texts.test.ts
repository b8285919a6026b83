import { describe, expect, test } from 'vitest'
import { de } from '../texts/de.ts'
import { en } from '../texts/en.ts'
import { fr } from '../texts/fr.ts'
import { nl } from '../texts/nl.ts'

const source = textsIn(fr)

describe.each(Object.entries({ fr, nl, de, en }))('the texts in %s', (_language, bundle) => {
  const texts = textsIn(bundle)

  test('say something under every key', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('name what French names, so that nothing that is filled in gets lost', () => {
    const different = [...source].filter(([key, text]) => namesIn(texts.get(key)) !== namesIn(text))
    expect(different).toEqual([])
  })

  test('leave no mark of another language’s quotes', () => {
    const foreign = bundle === fr ? /[“„]/ : /[«»]/
    expect([...texts].filter(([, text]) => foreign.test(text))).toEqual([])
  })
})

function textsIn(bundle: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(bundle).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...textsIn(value, `${path}${key}.`)],
    ),
  )
}

/** Singulars may leave the number out. */
const namesIn = (text = ''): string =>
  [...new Set(text.match(/\{\{\w+\}\}/g))]
    .filter(name => name !== '{{count}}')
    .sort()
    .join(' ')
