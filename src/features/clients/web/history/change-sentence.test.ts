import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { editingFr } from '#features/clients/texts/editing/fr.ts'
import { historyFr } from '#features/clients/texts/history/fr.ts'
import { changeSentence, type SentenceWords } from './change-sentence.ts'

const field = (
  id: string,
  kind: DescribedField['kind'],
  label: string,
  choices: Record<string, string> = {},
) => ({
  id,
  kind,
  label,
  choices: Object.entries(choices).map(([value, name]) => ({
    value: Number(value) || value,
    label: name,
  })),
})
const FIELDS = [
  field('identity.language', 'choice', 'Langue', { fr: 'Français', nl: 'Néerlandais' }),
  field('identity.labels', 'labels', 'Labels', { 1: 'Construction', 2: 'À relancer' }),
  field('identity.nationalNumber', 'nationalNumber', 'Registre national'),
  field('assignment.portfolio', 'reference', 'Portefeuille', { 7: 'Gent' }),
  field('organisation.closingDay', 'dayOfYear', 'Clôture'),
  field('client.inBin', 'yesNo', 'Corbeille'),
] as unknown as DescribedField[]

const LANGUAGE = { field: 'identity.language', clients: 43, before: 'fr', after: 'nl' }

let words: SentenceWords
beforeAll(async () => {
  const texts = i18next.createInstance()
  await texts.init({
    lng: 'fr',
    resources: { fr: { history: historyFr, editing: editingFr } },
    interpolation: { escapeValue: false },
  })
  words = {
    t: texts.getFixedT('fr', 'history'),
    editing: texts.getFixedT('fr', 'editing'),
    language: 'fr',
    fields: new Map(FIELDS.map(one => [one.id, one])),
  }
})

const set = (told: Partial<ChangeSet>, change = 43): ChangeSet => ({
  id: 1,
  state: 'applied',
  origin: 'bulkEdit',
  originName: null,
  user: { id: 1, name: 'Claire' },
  client: null,
  createdAt: '2026-11-24T10:00:00Z',
  appliedAt: '2026-11-24T10:00:00Z',
  undoes: null,
  counts: { change, unchanged: 0, refused: 0, lines: change },
  skippedCount: 0,
  summary: [],
  settings: [],
  undo: 'yes',
  ...told,
})
const tell = (told: Partial<ChangeSet>, change?: number) => changeSentence(set(told, change), [], words)

describe('What a set did to clients', () => {
  test.each<[string, Partial<ChangeSet>, number?]>([
    ['Langue : Français → Néerlandais pour 43 clients', { summary: [LANGUAGE] }],
    [
      'Langue : Français → Néerlandais pour Dupont',
      { summary: [LANGUAGE], client: { id: 4, name: 'Dupont' } },
      1,
    ],
    ['Langue : Français → Néerlandais pour 1 client', { summary: [LANGUAGE] }, 1],
    [
      'Labels : + Construction − À relancer pour 12 clients',
      { summary: [{ field: 'identity.labels', clients: 12, before: [2], after: [1] }] },
      12,
    ],
    [
      'Labels : + Construction pour 1 200 clients',
      { summary: [{ field: 'identity.labels', clients: 1200, before: null, after: [1] }] },
      1200,
    ],
    [
      'Langue → Néerlandais pour 43 clients',
      { summary: [{ field: 'identity.language', clients: 43, after: 'nl' }] },
    ],
    [
      'Langue : Français → (vide) pour 43 clients',
      { summary: [{ field: 'identity.language', clients: 43, before: 'fr', after: null }] },
    ],
    [
      'Clôture : 31/12 → valeurs diverses pour 43 clients',
      { summary: [{ field: 'organisation.closingDay', clients: 43, before: '12-31' }] },
    ],
    [
      'Clôture : valeurs diverses pour 43 clients',
      { summary: [{ field: 'organisation.closingDay', clients: 43 }] },
    ],
    [
      'Portefeuille : hors de votre vue → Gent pour 43 clients',
      { summary: [{ field: 'assignment.portfolio', clients: 43, before: 8, after: 7 }] },
    ],
    ['Champ disparu → x pour 43 clients', { summary: [{ field: 'custom.gone', clients: 43, after: 'x' }] }],
    ['Rien n’a changé', {}, 0],
  ])('is told as « %s »', (sentence, told, change) => {
    expect(tell(told, change)).toBe(sentence)
  })

  test('names three fields and counts the others', () => {
    const summary = [
      LANGUAGE,
      { field: 'organisation.closingDay', clients: 43, after: '06-30' },
      { field: 'assignment.portfolio', clients: 43, after: 7 },
      { field: 'identity.labels', clients: 43, before: null, after: [1] },
    ]
    expect(tell({ summary })).toBe(
      'Langue : Français → Néerlandais, Clôture → 30/06, Portefeuille → Gent et 1 autre champ pour 43 clients',
    )
  })
})

describe('What comes and goes', () => {
  const bin = (before: boolean, after: boolean) => [{ field: 'client.inBin', clients: 931, before, after }]

  test.each<[string, Partial<ChangeSet>, number?]>([
    [
      '931 clients ajoutés (import clients-bce.csv)',
      { origin: 'import', originName: 'clients-bce.csv', summary: bin(true, false) },
    ],
    ['931 clients ajoutés (mise en place)', { origin: 'setup', summary: bin(true, false) }],
    ['931 clients mis à la corbeille', { origin: 'deletion', summary: bin(false, true) }],
    ['931 clients restaurés', { origin: 'restoration', summary: bin(true, false) }],
    [
      '931 clients supprimés définitivement',
      { origin: 'erasure', summary: [{ field: 'client.inBin', clients: 931 }] },
    ],
    [
      'Ajouté : Dupont',
      { origin: 'creation', client: { id: 4, name: 'Dupont' }, summary: bin(true, false) },
      1,
    ],
  ])('is told as « %s »', (sentence, told, change = 931) => {
    expect(tell(told, change)).toBe(sentence)
  })
})

describe('What undoes', () => {
  const first = set({ summary: [LANGUAGE] })
  const undo = set({
    id: 2,
    origin: 'undo',
    undoes: 1,
    summary: [{ ...LANGUAGE, before: 'nl', after: 'fr' }],
  })
  const redo = set({ id: 3, origin: 'undo', undoes: 2, summary: [LANGUAGE] })

  test('is told by what it undoes', () => {
    expect(changeSentence(undo, [first], words)).toBe(
      'Annulation de « Langue : Français → Néerlandais pour 43 clients »',
    )
  })

  test('is told the same where that is not known', () => {
    expect(changeSentence(undo, [], words)).toBe(
      'Annulation de « Langue : Français → Néerlandais pour 43 clients »',
    )
  })

  test('an undo does what was undone again', () => {
    expect(changeSentence(redo, [undo, first], words)).toBe(
      'Rétablissement de « Langue : Français → Néerlandais pour 43 clients »',
    )
  })
})

describe('What changes in the settings', () => {
  const line = (told: Partial<ChangeSet['settings'][number]>) => ({
    entity: 'portfolio' as const,
    id: 7,
    name: 'Gent',
    field: 'name',
    before: null,
    after: null,
    ...told,
  })
  const settings = (...lines: Partial<ChangeSet['settings'][number]>[]) =>
    tell({ origin: 'settings', settings: lines.map(line) }, 0)

  test.each<[string, Partial<ChangeSet['settings'][number]>[]]>([
    ['Portefeuille Gent : nom « Nord » → « Gent »', [{ before: 'Nord', after: 'Gent' }]],
    ['Portefeuille « Gent » créé', [{ after: 'Gent' }]],
    ['Portefeuille « Gent » supprimé', [{ before: 'Gent' }]],
    ['Portefeuille Gent : changement (couleur)', [{ field: 'color', before: 'red', after: 'blue' }]],
    [
      'Portefeuille : ordre modifié',
      [
        { field: 'position', before: '1', after: '2' },
        { id: 8, name: 'Nord', field: 'position', before: '2', after: '1' },
      ],
    ],
    [
      'Collaborateur Claire : droit sur le portefeuille Gent « Lit » → « Modifie »',
      [{ entity: 'user', name: 'Claire', field: 'portfolio Gent', before: 'Lit', after: 'Modifie' }],
    ],
    [
      'Collaborateur Claire invité',
      [
        { entity: 'user', name: 'Claire', after: 'Claire' },
        { entity: 'user', name: 'Claire', field: 'role', after: 'Manager' },
      ],
    ],
    [
      'Lien de la Loupe BCE : caché « Non » → « Oui »',
      [{ entity: 'institutionLink', name: 'BCE', field: 'hidden', before: 'false', after: 'true' }],
    ],
  ])('is told as « %s »', (sentence, lines) => {
    expect(settings(...lines)).toBe(sentence)
  })

  test('is told together with what follows from it for clients', () => {
    const merged = {
      origin: 'settings' as const,
      settings: [line({ entity: 'label', name: 'À relancer', before: 'À relancer' })],
      summary: [{ field: 'identity.labels', clients: 12, before: [2], after: [1] }],
    }
    expect(tell(merged, 12)).toBe(
      'Label « À relancer » supprimé · Labels : + Construction − À relancer pour 12 clients',
    )
  })
})
