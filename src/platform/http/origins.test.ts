import { describe, expect, test } from 'vitest'
import { checkOrigin, trustedOrigins } from './origins.ts'

describe('Trusted origins', () => {
  test.each([
    ['https://fiduscope.example.be', ['https://fiduscope.example.be']],
    ['http://localhost:3000', ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']],
    ['http://127.0.0.1:3000', ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']],
  ])('of %s', (publicUrl, origins) => {
    expect(trustedOrigins(publicUrl)).toEqual(new Set(origins))
  })
})

describe('A request that changes something', () => {
  const trusted = new Set(['https://fiduscope.test'])
  const isAllowed = (headers: Record<string, string>, method = 'POST') => {
    try {
      checkOrigin(method, new Headers(headers), trusted)
      return true
    } catch {
      return false
    }
  }

  test.each<[string, Record<string, string>, boolean]>([
    ['from a page of ours', { origin: 'https://fiduscope.test', 'sec-fetch-site': 'same-origin' }, true],
    ['from a page of ours that hides its origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['from a program', {}, true],
    ['typed by the user', { 'sec-fetch-site': 'none' }, true],
    ['from another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, false],
    ['from the same name with another scheme', { origin: 'http://fiduscope.test' }, false],
    ['from another port', { origin: 'https://fiduscope.test:8443', 'sec-fetch-site': 'same-site' }, false],
    ['from a page without an origin', { origin: 'null' }, false],
    ['from another site that hides its origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['from a sister site that hides its origin', { 'sec-fetch-site': 'same-site' }, false],
  ])('%s', (_from, headers, allowed) => {
    expect(isAllowed(headers)).toBe(allowed)
  })

  test('is checked whatever its method, one that reads is not', () => {
    const evil = { origin: 'https://evil.test' }
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].map(method => isAllowed(evil, method))).toEqual(
      Array(4).fill(false),
    )
    expect(['GET', 'HEAD'].map(method => isAllowed(evil, method))).toEqual([true, true])
  })
})
