import { describe, expect, test } from 'vitest'
import { clientFields } from '#features/clients/client-fields.ts'
import { hasRightEnterpriseCheck } from '#kernel/belgium/enterprise-number.ts'
import { hasRightNationalCheck } from '#kernel/belgium/national-number.ts'
import { findLocality } from '#kernel/belgium/postal-codes.ts'
import { addDays, isDay } from '#kernel/day.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import { foldText } from '#kernel/text.ts'
import {
  DEFAULT_ASSIGNMENT_ROLES,
  DEFAULT_INVOICE_FORMATS,
  DEFAULT_MAIL_CATEGORIES,
} from '../default-lists.ts'
import { demoClients } from './demo-clients.ts'
import { DEMO_LABELS, DEMO_PORTFOLIOS, DEMO_USERS } from './demo-firm.ts'

const TODAY = '2026-03-10'
const ids = {
  portfolioIds: DEMO_PORTFOLIOS.map((_, index) => index + 11),
  userIds: DEMO_USERS.map((_, index) => index + 21),
  labelIds: DEMO_LABELS.map((_, index) => index + 41),
  invoiceFormatIds: DEFAULT_INVOICE_FORMATS.map((_, index) => index + 61),
}
const make = (count: number, seed = 1, today = TODAY) => demoClients({ count, seed, today, ...ids })
const COUNT = 20_000
const clients = make(COUNT)

const withIds = <T extends object>(things: readonly T[]) =>
  things.map((thing, index) => ({ ...thing, id: index + 1 }))
const choices = (values: readonly number[]) => values.map(value => ({ value, label: String(value) }))
const catalogue = clientFields({
  portfolios: choices(ids.portfolioIds),
  users: choices(ids.userIds),
  labels: choices(ids.labelIds),
  invoiceFormats: choices(ids.invoiceFormatIds),
  roles: withIds(DEFAULT_ASSIGNMENT_ROLES),
  customCategories: [],
  mailCategories: withIds(DEFAULT_MAIL_CATEGORIES),
})

const valuesOf = (field: string) => clients.map(client => client[field]).filter(value => value !== null)
const shareOf = (is: (client: FieldValues) => boolean) => clients.filter(is).length / COUNT
const isLegal = (client: FieldValues) => client['identity.kind'] === 'legal'
const isNatural = (client: FieldValues) =>
  client['identity.kind'] === 'selfEmployed' || client['identity.kind'] === 'private'
const isBefore = (value: unknown, day: string) => typeof value === 'string' && value < day

describe('the demo clients', () => {
  test('are the same for the same seed, however many come behind', () => {
    expect(make(300)).toEqual(clients.slice(0, 300))
    expect(make(300, 2)).not.toEqual(clients.slice(0, 300))
  })

  test('can be joined by more of them on a later day, still without a number in common', () => {
    const grown = [...clients.slice(0, COUNT / 2), ...make(COUNT, 1, '2027-01-31').slice(COUNT / 2)]
    for (const field of ['identity.enterpriseNumber', 'identity.vatNumber', 'identity.nationalNumber']) {
      const numbers = grown.map(client => client[field]).filter(number => number !== null)
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  test('have a value, or none on purpose, for every field that is not worked out', () => {
    const written = catalogue.filter(field => !field.computed).map(field => field.id)
    expect(Object.keys(clients[0] ?? {}).toSorted()).toEqual(written.toSorted())
  })

  test.each(catalogue.filter(field => !field.computed))('hold only what $id can hold', field => {
    const meaning = meaningOf(field.kind)
    expect(valuesOf(field.id).filter(value => value === undefined || !meaning.holds(value, field))).toEqual(
      [],
    )
  })

  test.each(['identity.enterpriseNumber', 'identity.vatNumber', 'identity.nationalNumber', 'contact.email'])(
    'never share %s',
    field => {
      const values = valuesOf(field)
      expect(values.length).toBeGreaterThan(COUNT / 3)
      expect(new Set(values).size).toBe(values.length)
    },
  )

  test('have right check digits, but for the few that are there to be found', () => {
    const wrong = (field: string, isRight: (number: string) => boolean) =>
      valuesOf(field).filter(number => !isRight(String(number))).length / COUNT
    for (const share of [
      wrong('identity.enterpriseNumber', hasRightEnterpriseCheck),
      wrong('identity.nationalNumber', hasRightNationalCheck),
    ]) {
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(0.015)
    }
  })

  test('were born at least eighteen years before they became clients, some of them in this century', () => {
    const birthdays = clients.flatMap(client => {
      const number = client['identity.nationalNumber']
      const since = client['status.clientSince']
      return typeof number === 'string' && typeof since === 'string'
        ? [{ since, born: birthdayOf(number, since) }]
        : []
    })
    expect(birthdays.filter(({ born }) => !isDay(born))).toEqual([])
    expect(
      birthdays.filter(({ born, since }) => Number(since.slice(0, 4)) - Number(born.slice(0, 4)) < 18),
    ).toEqual([])
    expect(birthdays.some(({ born }) => born >= '2000')).toBe(true)
  })

  test.each([
    ['legal', 0.5],
    ['selfEmployed', 0.27],
    ['private', 0.2],
    ['noPersonality', 0.03],
  ])('are %s in a share of %d', (kind, share) => {
    expect(Math.abs(shareOf(client => client['identity.kind'] === kind) - share)).toBeLessThan(0.01)
  })

  test.each([
    ['low', 0.6],
    ['standard', 0.33],
    ['high', 0.07],
  ])('are, when assessed, of %s risk in a share of %d', (level, share) => {
    const assessed = valuesOf('aml.riskLevel')
    const found = assessed.filter(one => one === level).length / assessed.length
    expect(Math.abs(found - share)).toBeLessThan(0.01)
  })

  test('fill each portfolio, and the one for associations with associations alone', () => {
    const [, , , associations] = ids.portfolioIds
    for (const portfolio of ids.portfolioIds) {
      expect(shareOf(client => client['assignment.portfolio'] === portfolio)).toBeGreaterThan(0.05)
    }
    const forms = (inside: boolean) =>
      new Set(
        clients
          .filter(client => (client['assignment.portfolio'] === associations) === inside)
          .map(client => client['identity.legalForm']),
      )
    expect([...forms(true)].filter(form => form !== null).toSorted()).toEqual(['017', '026', '125'])
    expect([...forms(false)]).not.toContain('017')
  })

  test('live in towns that exist, each spelt in one way', () => {
    const towns = new Map<string, string>()
    for (const client of clients.filter(one => one['contact.city'] !== null)) {
      const locality = findLocality(String(client['contact.postalCode']))
      const town = String(client['contact.city'])
      expect([locality?.nl, locality?.fr]).toContain(town)
      expect(towns.get(foldText(town)) ?? town).toBe(town)
      towns.set(foldText(town), town)
    }
    expect(towns.size).toBeGreaterThan(100)
  })

  test('became clients between 1995 and today, and stay on good terms with the calendar', () => {
    const since = valuesOf('status.clientSince').map(String)
    expect(since.filter(day => day < '1995' || day > TODAY)).toEqual([])
    expect(new Set(since.map(day => day.slice(0, 4))).size).toBe(32)
    for (const field of ['aml.assessedOn', 'aml.engagementLetterOn', 'aml.uboConfirmedOn']) {
      expect(valuesOf(field).filter(day => String(day) > TODAY)).toEqual([])
    }
    expect(Math.abs(shareOf(client => isBefore(client['status.clientUntil'], TODAY)) - 0.06)).toBeLessThan(
      0.01,
    )
  })

  test('have no portal without an e-mail address, and a flat fee only in modes that have one', () => {
    const isOdd = (client: FieldValues) =>
      (client['contact.email'] === null && client['portal.state'] !== 'none') ||
      (client['billing.flatAmount'] !== null &&
        ['timeBased', 'perTask', 'none'].includes(String(client['billing.mode'])))
    expect(clients.filter(isOdd)).toEqual([])
  })

  test('write to nobody: every address is in a domain that cannot exist', () => {
    expect(
      valuesOf('contact.email').filter(email => !/^[a-z0-9.-]+@[a-z0-9-]+\.test$/.test(String(email))),
    ).toEqual([])
  })

  test('have names that are long, accented and quoted, and none that opens the list with a sign', () => {
    const names = valuesOf('identity.name').map(String)
    for (const mark of [/.{90}/, /[éèçœ]/, /"/, /'/, /&/, /=/, /\+/, /@/, /;/]) {
      expect(names.some(name => mark.test(name))).toBe(true)
    }
    expect(names.filter(name => !/^[\p{Letter}«]/u.test(name))).toEqual([])
  })
})

describe('each completeness check finds something among 150 demo clients, and not too much among many', () => {
  test.each<[string, (client: FieldValues) => boolean]>([
    [
      'legal person without closing day',
      client => isLegal(client) && client['organisation.closingDay'] === null,
    ],
    ['identity card missing', client => isNatural(client) && client['legal.identityCard'] === null],
    ['identity card expired', client => isBefore(client['legal.identityCard'], TODAY)],
    ['risk not assessed', client => client['aml.riskLevel'] === null],
    ['review overdue', client => isBefore(client['aml.nextReview'], TODAY)],
    ['no engagement letter', client => client['aml.engagementLetterOn'] === null],
    ['UBO confirmed too long ago', client => isBefore(client['aml.uboConfirmedOn'], addDays(TODAY, -366))],
    ['UBO never confirmed', client => isLegal(client) && client['aml.uboConfirmedOn'] === null],
    ['nobody responsible', client => client['assignment.responsible'] === null],
    ['no e-mail address', client => client['contact.email'] === null],
    ['enterprise number missing', lacksEnterpriseNumber],
    ['enterprise number wrong', hasWrongEnterpriseNumber],
    [
      'VAT number missing',
      client => client['status.vatStatus'] === 'quarterly' && client['identity.vatNumber'] === null,
    ],
    ['former client', client => isBefore(client['status.clientUntil'], TODAY)],
  ])('%s', (_check, isFound) => {
    expect(clients.slice(0, 150).some(isFound)).toBe(true)
    expect(shareOf(isFound)).toBeLessThan(0.15)
  })
})

function lacksEnterpriseNumber(client: FieldValues): boolean {
  const isRegistered = client['identity.kind'] === 'legal' || client['identity.kind'] === 'selfEmployed'
  return isRegistered && client['identity.enterpriseNumber'] === null
}

function hasWrongEnterpriseNumber(client: FieldValues): boolean {
  const number = client['identity.enterpriseNumber']
  return typeof number === 'string' && !hasRightEnterpriseCheck(number)
}

/** The century that a national number leaves open is the later one in which its holder was of age. */
function birthdayOf(number: string, since: string): string {
  const [year, month, day] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)]
  const century = Number(`20${year}`) <= Number(since.slice(0, 4)) - 18 ? '20' : '19'
  return `${century}${year}-${month}-${day}`
}
