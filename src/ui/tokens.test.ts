import { describe, expect, test } from 'vitest'
import css from './tokens.css?raw'

const light = tokensOf(':root')
const themes = { light, dark: { ...light, ...tokensOf('[data-mantine-color-scheme="dark"]') } }

/** Text on what lies behind it; WCAG 2.2 AA asks for 4.5. */
const READ_TOGETHER: [text: string, ground: string][] = [
  ...['bg', 'surface', 'surface-soft', 'surface-hover', 'sel'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['muted', ground],
    ['brand', ground],
  ]),
  ...['red', 'amber', 'green', 'blue', 'purple', 'pink', 'teal', 'grey'].flatMap(
    (tone): [string, string][] => [
      [tone, `${tone}-weak`],
      [tone, 'surface'],
    ],
  ),
  ['red', 'bg'],
  ['brand', 'brand-weak'],
  ['on-brand', 'brand-fill'],
  ['on-brand', 'brand-fill-hover'],
  ['on-notice', 'notice'],
  ['notice-accent', 'notice'],
  ['on-avatar', 'avatar'],
]

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  test.each(READ_TOGETHER)('%s is readable on %s', (text, ground) =>
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5),
  )
})

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const rule = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one ?? ''), luminance(other ?? '')].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
