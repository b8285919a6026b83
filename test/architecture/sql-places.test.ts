import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Queries, what they are put together from, and the tables. */
const PLACES = /(-queries|-sql|-tables|-table|\.test)\.ts$/

test('SQL stands in queries and in the platform alone', () => {
  const files = globSync('src/{app,features}/**/*.ts', { cwd: ROOT })
  expect(files.length).toBeGreaterThan(300)
  const elsewhere = files.filter(
    file => !PLACES.test(file) && /\bsql`/.test(readFileSync(`${ROOT}/${file}`, 'utf8')),
  )
  expect(elsewhere).toEqual([])
})
