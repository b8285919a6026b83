import { expect, test } from 'vitest'
import { membersGoneAndCome } from './members-gone-and-come.ts'

test('says which members of a set go, come and stay', () => {
  expect(membersGoneAndCome([1, 2], [2, 3])).toEqual({ gone: [1], come: [3], kept: [2] })
  expect(membersGoneAndCome(null, [5])).toEqual({ gone: [], come: [5], kept: [] })
  expect(membersGoneAndCome([5], null)).toEqual({ gone: [5], come: [], kept: [] })
})
