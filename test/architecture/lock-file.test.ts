import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface LockedPackage {
  version?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

const LOCK = new URL('../../package-lock.json', import.meta.url)
const { packages } = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, LockedPackage> }

/** npm leaves out what the registry does not have for another system, and `npm ci` then fails, on every system. */
test('the packages of other systems than the one that made the lock file are in it', () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map(
      name => [`${path}/node_modules/${name}`, `node_modules/${name}`] as const,
    ),
  )
  expect(wanted.length).toBeGreaterThan(50)
  expect(wanted.filter(([nested, hoisted]) => !packages[nested] && !packages[hoisted])).toEqual([])
})

test('every package has one version, and a hash that its content is checked against', () => {
  const loose = Object.entries(packages).filter(
    ([path, { version, integrity }]) => path && !(version && integrity),
  )
  expect(loose.map(([path]) => path)).toEqual([])
})
