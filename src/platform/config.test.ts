import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, localUrl, readConfig } from './config.ts'

test('without any variable, the settings are those of a local start with the demo firm', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    publicUrl: 'http://127.0.0.1:3000',
    demoClients: 1500,
  })
})

test('every variable is read, and spaces around a value do not matter', () => {
  const config = readConfig({
    PORT: ' 8080 ',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/fiduscope',
    DATABASE_URL: 'postgresql://user:pw@db.example:5432/fiduscope',
    PUBLIC_URL: 'https://fiduscope.example.be/',
    SECRET: 's'.repeat(32),
    DEMO_CLIENTS: '0',
    DEMO_PASSWORD: 'eight ch',
  })
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: resolve('/srv/fiduscope'),
    databaseUrl: 'postgresql://user:pw@db.example:5432/fiduscope',
    publicUrl: 'https://fiduscope.example.be',
    secret: 's'.repeat(32),
    demoClients: 0,
    demoPassword: 'eight ch',
  })
})

test('an empty variable counts as absent', () => {
  const names = [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'PUBLIC_URL',
    'SECRET',
    'DEMO_CLIENTS',
    'DEMO_PASSWORD',
  ]
  expect(readConfig(Object.fromEntries(names.map(name => [name, ' '])))).toEqual(readConfig({}))
})

describe('what cannot be used is refused', () => {
  test.each([
    ['PORT', '65536', 'PORT "65536" cannot be used: a whole number from 0 to 65535 is accepted.'],
    ['PORT', '80.5', '"80.5"'],
    ['PORT', '-1', '"-1"'],
    ['PORT', '0x50', '"0x50"'],
    ['HOST', 'http://localhost', 'HOST "http://localhost" cannot be used: a host name or an IP address'],
    [
      'DATABASE_URL',
      'mysql://user:pw@host/db',
      'DATABASE_URL "mysql:…" cannot be used: an address such as postgres://',
    ],
    ['DATABASE_URL', 'host=localhost', 'DATABASE_URL "…"'],
    [
      'PUBLIC_URL',
      'ftp://example.be',
      'PUBLIC_URL "ftp://example.be" cannot be used: an http or https address',
    ],
    ['PUBLIC_URL', 'example.be', '"example.be"'],
    ['PUBLIC_URL', 'https://example.be/fiduscope', 'without a path'],
    ['SECRET', 'x'.repeat(31), 'SECRET cannot be used: at least 32 characters are needed.'],
    [
      'DEMO_CLIENTS',
      '100001',
      'DEMO_CLIENTS "100001" cannot be used: a whole number from 0 to 100000 is accepted.',
    ],
    ['DEMO_PASSWORD', 'short', 'DEMO_PASSWORD cannot be used: at least 8 characters are needed.'],
  ])('%s=%s', (name, value, message) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(message)])
  })

  test('all at once, in one error', () => {
    const problems = problemsOf({ PORT: 'abc', SECRET: 'short', PUBLIC_URL: 'nowhere' })
    expect(problems.map(problem => problem.split(' ')[0])).toEqual(['PORT', 'PUBLIC_URL', 'SECRET'])
  })

  test('without showing a secret', () => {
    const bad = { SECRET: 'hunter2', DEMO_PASSWORD: 'hunter2', DATABASE_URL: 'http://me:hunter2@host/db' }
    expect(problemsOf(bad)).toHaveLength(3)
    expect(problemsOf(bad).join()).not.toContain('hunter2')
  })
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
])('a server on %s is reached at %s', (host, url) => {
  expect(localUrl(host, 3000)).toBe(url)
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
