import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError } from './config.ts'
import { loadSecret } from './secret.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fiduscope-secret-'))
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('the secret of the environment is used as it is, and nothing is written', async () => {
  expect(await loadSecret({ dataDir, secret: 'from the environment, long enough' })).toBe(
    'from the environment, long enough',
  )
  expect(await readdir(dataDir)).toEqual([])
})

test('without one, a secret is made in the data folder, for its owner alone, and stays the same', async () => {
  const folder = join(dataDir, 'not', 'there', 'yet')
  const secret = await loadSecret({ dataDir: folder })
  expect(secret).toHaveLength(43)
  expect(await loadSecret({ dataDir: folder })).toBe(secret)
  expect(await readdir(folder)).toEqual(['secret'])
  if (process.platform !== 'win32') expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
})

test('processes that start together agree on one secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => loadSecret({ dataDir })))
  expect(new Set(secrets).size).toBe(1)
  expect(await readdir(dataDir)).toEqual(['secret'])
})

test('a damaged secret is reported, never replaced', async () => {
  await writeFile(join(dataDir, 'secret'), 'torn')
  await expect(loadSecret({ dataDir })).rejects.toThrow(ConfigError)
  await expect(loadSecret({ dataDir })).rejects.toThrow(/damaged/)
})
