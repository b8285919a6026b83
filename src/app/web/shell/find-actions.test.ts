import { IconUsers } from '@tabler/icons-react'
import { describe, expect, test } from 'vitest'
import type { Action } from '#ui/actions.ts'
import { actionsFound, bySection } from './find-actions.ts'

const action = (id: string, label: string, more: Partial<Action> = {}): Action => ({
  id,
  label,
  icon: IconUsers,
  can: () => 'yes',
  run: () => undefined,
  ...more,
})
const ACTIONS = [
  action('list', 'Voir tous les clients', { section: 'Aller à' }),
  action('select', 'Tout sélectionner', { section: 'Clients', keywords: ['cocher'] }),
  action('dark', 'Sombre', { section: 'Affichage' }),
  action('funnel', 'Entonnoir', { section: 'Clients' }),
]
const idsFound = (typed: string) => actionsFound(ACTIONS, typed).map(({ id }) => id)

describe('an action is found', () => {
  test.each([
    ['by a word without its accent, in any case', 'SELECT', ['select']],
    ['by another word for it', 'cocher', ['select']],
    ['by its section', 'clients', ['list', 'select', 'funnel']],
    ['by words in any order', 'clients tous', ['list']],
    ['not when a word is missing', 'tous sombre', []],
    ['always when nothing is typed', '  ', ['list', 'select', 'dark', 'funnel']],
  ])('%s', (_name, typed, expected) => expect(idsFound(typed)).toEqual(expected))
})

test('actions of a section come together, where the section first comes up', () => {
  const sections = bySection(ACTIONS).map(({ section, actions }) => [section, actions.map(({ id }) => id)])
  expect(sections).toEqual([
    ['Aller à', ['list']],
    ['Clients', ['select', 'funnel']],
    ['Affichage', ['dark']],
  ])
})
