import { describe, expect, test } from 'vitest'
import { checkFilter } from '#kernel/filters/check-filter.ts'
import { clientFields } from '../client-fields.ts'
import { PREDEFINED_FILTERS } from './predefined-filters.ts'

const fields = new Map(
  clientFields({
    portfolios: [],
    users: [],
    labels: [],
    invoiceFormats: [],
    roles: [],
    mailCategories: [],
    customCategories: [],
  }).map(field => [field.id, field]),
)

describe('the predefined filters', () => {
  test.each(PREDEFINED_FILTERS)('$id names fields, operators and choices that exist', ({ filter }) => {
    expect(checkFilter(filter, fields)).toEqual([])
  })
})
