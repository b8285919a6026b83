import { expect, test } from 'vitest'
import { roleCode } from './role-code.ts'

test.each([
  ['Gestionnaire de paie', [], 'gestionnaireDePaie'],
  ['Associé', ['associe'], 'associe2'],
  ['Associé', ['associe', 'associe2'], 'associe3'],
  ['2e lecteur', [], 'role2eLecteur'],
  ['  ', [], 'role'],
])('%j becomes a code that is not among %j', (name, taken, code) => {
  expect(roleCode(name, taken)).toBe(code)
})
