import { expect, test } from 'vitest'
import { townFor } from './town-for.ts'

const address = { 'contact.postalCode': '4000', 'contact.city': 'Liège', 'contact.country': 'BE' }
const suggested = (typed: string, values = {}) =>
  townFor('contact.postalCode', { value: typed }, { ...address, ...values }, 'fr')

test('another Belgian postal code brings its town, over the one that is there', () => {
  expect(suggested('5000')).toEqual({ field: 'contact.city', value: 'Namur', before: 'Liège' })
  expect(suggested('5000', { 'contact.city': null })).toMatchObject({ value: 'Namur', before: null })
})

test('no town is suggested where it is there, does not exist, is abroad, or is not known', () => {
  expect(suggested('4000')).toBeUndefined()
  expect(suggested('5000', { 'contact.city': 'NAMEN' })).toBeUndefined()
  expect(suggested('0001')).toBeUndefined()
  expect(suggested('5000', { 'contact.country': 'FR' })).toBeUndefined()
  expect(suggested('5000', { 'contact.city': undefined })).toBeUndefined()
  expect(townFor('contact.street', { value: '5000' }, address, 'fr')).toBeUndefined()
})
