import { describe, expect, test } from 'vitest'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { SAMPLE_FIELDS } from '#test/factories/sample-fields.ts'
import type { CellEditing } from '../editing/editability.ts'
import { holderAddress } from './holder-address.ts'
import {
  draftAfter,
  isFilledIn,
  type NewClientDraft,
  startDraft,
  withKept,
  withPick,
} from './new-client-draft.ts'
import { readDraft, requestOf, undecidedNumbers } from './read-draft.ts'
import { sectionsToFill } from './sections-to-fill.ts'
import { withText } from './suggested-texts.ts'

const ENTERPRISE = 'identity.enterpriseNumber'
const VAT = 'identity.vatNumber'
const NAMUR = 1
const GENT = 2

const editing = (role: FirmRole = 'administrator', levels: [number, 'edit' | 'read'][] = [[NAMUR, 'edit']]) =>
  ({
    role,
    portfolios: new Map(levels),
    fields: new Map(SAMPLE_FIELDS.map(field => [field.id, field as unknown as DescribedField])),
    today: '2026-06-30',
  }) satisfies CellEditing

const context = { editing: editing(), language: 'fr' as const }
const START = startDraft(undefined, context.editing)
const typed = (draft: NewClientDraft, texts: Record<string, string>) =>
  Object.entries(texts).reduce((next, [id, text]) => withText(next, id, text, context), draft)
const read = (draft: NewClientDraft) => readDraft(draft, context)

describe('A new client that is filled in', () => {
  test('starts in the portfolio that is open, or the only one that may be changed', () => {
    const portfolioOf = (open: number | undefined, levels: [number, 'edit' | 'read'][]) =>
      startDraft(open, editing('collaborator', levels)).picks.get('assignment.portfolio')
    const both: [number, 'edit'][] = [
      [NAMUR, 'edit'],
      [GENT, 'edit'],
    ]
    expect(portfolioOf(GENT, both)).toBe(GENT)
    expect(portfolioOf(undefined, both)).toBeUndefined()
    expect(
      portfolioOf(GENT, [
        [NAMUR, 'edit'],
        [GENT, 'read'],
      ]),
    ).toBe(NAMUR)
  })

  test('is sent as it is understood, with what is filled in by itself', () => {
    const draft = typed(START, {
      'identity.name': ' Ateliers ',
      [ENTERPRISE]: '403170701',
      'contact.postalCode': '5000',
      'status.clientSince': '31/12/25',
    })
    expect(requestOf(read(draft))).toEqual({
      values: {
        'identity.kind': 'legal',
        'identity.name': 'Ateliers',
        [ENTERPRISE]: '0403170701',
        [VAT]: 'BE0403170701',
        'contact.postalCode': '5000',
        'contact.city': 'Namur',
        'contact.country': 'BE',
        'organisation.closingDay': '12-31',
        'status.clientSince': '2025-12-31',
        'assignment.portfolio': NAMUR,
      },
      keepInvalid: [],
    })
  })

  test.each([
    ['a VAT number gives the other', { [VAT]: 'BE 0403.170.701' }, undefined, '0403.170.701'],
    ['a foreign one does not', { [VAT]: 'FR 12345678901' }, undefined, undefined],
    ['a group has a number of its own', { [VAT]: 'BE 0403.170.701' }, 'vatGroup', undefined],
  ])('completes its enterprise number: %s', (_, texts, vatStatus, expected) => {
    const draft = typed(vatStatus ? withPick(START, 'status.vatStatus', vatStatus) : START, texts)
    expect(read(draft).suggested.get(ENTERPRISE)).toBe(expected)
  })

  test.each(['none', 'exempt44', 'vatGroup'])('gets no VAT number of its own when it is %s', vatStatus => {
    const draft = typed(withPick(START, 'status.vatStatus', vatStatus), { [ENTERPRISE]: '0403.170.701' })
    expect(read(draft).suggested.has(VAT)).toBe(false)
  })

  test('keeps a box empty that was emptied, and suggests again once it says what is suggested', () => {
    const draft = typed(START, { [ENTERPRISE]: '0403.170.701', [VAT]: '' })
    expect(read(draft).values[VAT]).toBeUndefined()
    const again = typed(draft, { [VAT]: 'BE 0403.170.701' })
    expect(again.texts.has(VAT)).toBe(false)
  })

  test('names what is missing, what cannot be understood and what does not go together', () => {
    const draft = typed(START, { 'contact.email': 'nobody', 'status.clientSince': '1/2/26' })
    const { problems, toComplete } = read(typed(draft, { 'status.clientUntil': '1/1/26' }))
    expect([...problems].map(([id, { problem }]) => [id, problem]).sort()).toEqual([
      ['contact.email', 'notAnEmail'],
      ['identity.name', 'neverEmpty'],
      ['status.clientUntil', 'untilBeforeSince'],
    ])
    expect(toComplete.has('identity.legalForm')).toBe(true)
    expect(toComplete.has('identity.name')).toBe(false)
  })

  test('keeps wrong check digits only when that is wanted, and with them what follows from the number', () => {
    const wrong = typed(START, { 'identity.name': 'A', [ENTERPRISE]: '0403.170.702' })
    expect(undecidedNumbers(read(wrong), wrong)).toEqual([ENTERPRISE])
    const kept = withKept(wrong, ENTERPRISE, true)
    expect(undecidedNumbers(read(kept), kept)).toEqual([])
    expect(requestOf(read(kept)).keepInvalid).toEqual([ENTERPRISE, VAT])
    const retyped = typed(kept, { [ENTERPRISE]: '0403.170.703' })
    expect(undecidedNumbers(read(retyped), retyped)).toEqual([ENTERPRISE])
  })

  test('leaves out what another kind of client had, and still knows it', () => {
    const company = withPick(START, 'identity.legalForm', '610')
    const person = withPick(company, 'identity.kind', 'private')
    expect(read(person).values['identity.legalForm']).toBeUndefined()
    expect(read(withPick(person, 'identity.kind', 'legal')).values['identity.legalForm']).toBe('610')
  })

  test('is given up without a question only while nothing is filled in', () => {
    expect(isFilledIn(withPick(START, 'identity.kind', 'private'), START)).toBe(false)
    expect(isFilledIn(typed(START, { 'identity.name': 'A' }), START)).toBe(true)
    expect(isFilledIn(withPick(START, 'identity.language', 'fr'), START)).toBe(true)
  })

  test('hands kind, portfolio and language on to the next', () => {
    const draft = typed(withPick(START, 'identity.language', 'nl'), { 'identity.name': 'A' })
    const next = draftAfter(withPick(draft, 'identity.legalForm', '610'))
    expect([...next.picks]).toEqual([
      ['identity.kind', 'legal'],
      ['assignment.portfolio', NAMUR],
      ['identity.language', 'nl'],
    ])
    expect(next.texts.size).toBe(0)
  })
})

describe('What is asked of a new client', () => {
  test('suits its kind, each field once', () => {
    const idsOf = (kind: 'legal' | 'private') => {
      const { main, groups } = sectionsToFill(kind, context.editing)
      return [...main, ...groups.flatMap(({ fields }) => fields)].map(({ id }) => id)
    }
    expect(idsOf('legal').slice(0, 3)).toEqual([ENTERPRISE, VAT, 'identity.name'])
    expect(idsOf('legal')).not.toContain('identity.nationalNumber')
    expect(idsOf('private').slice(0, 2)).toEqual(['identity.name', 'identity.nationalNumber'])
    expect(idsOf('private')).not.toContain('identity.legalForm')
    expect(idsOf('legal')).not.toContain('status.active')
    expect(new Set(idsOf('legal')).size).toBe(idsOf('legal').length)
  })

  test('has billing barred for collaborators', () => {
    const barred = (role: FirmRole) =>
      sectionsToFill('legal', editing(role)).groups.flatMap(({ id, barred }) => (barred ? [id] : []))
    expect(barred('collaborator')).toEqual(['billing'])
    expect(barred('manager')).toEqual([])
  })
})

test('A number leads to its holder, but a national number is in no address', () => {
  expect(decodeURIComponent(holderAddress(ENTERPRISE, '0403170701', 'A'))).toContain('"0403170701"')
  const address = decodeURIComponent(holderAddress('identity.nationalNumber', '85073003328', 'Éric'))
  expect(address).toContain('"Éric"')
  expect(address).not.toContain('85073003328')
})
