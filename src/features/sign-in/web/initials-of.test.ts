import { expect, test } from 'vitest'
import { initialsOf } from './initials-of.ts'

test.each([
  ['Claire Dubois', 'CD'],
  ['Claire Van den Dubois', 'CD'],
  ['  émilie   maes ', 'ÉM'],
  ['Administrateur', 'A'],
  ['𝒜da Byron', '𝒜B'],
  ['', ''],
])('the initials of «%s» are «%s»', (name, expected) => expect(initialsOf(name)).toBe(expected))
