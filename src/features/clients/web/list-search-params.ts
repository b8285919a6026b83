import { z } from 'zod'
import { mayHoldNationalNumber } from '#kernel/belgium/national-number.ts'
import { type Filter, filterSchema } from '#kernel/filters/filter.ts'
import { type Sort, sortSchema } from '../clients-api.ts'

/** What the address of the list says, so that a link opens the same view and *back* finds it again. */
export interface ListSearch {
  portfolio?: number | undefined
  /** Absent at a first visit, which opens with « Actif : oui »; an empty group when no filter is on. */
  filter?: Filter | undefined
  /** The saved filter that was chosen; the conditions may have been changed since. */
  saved?: number | undefined
  sort?: Sort | undefined
  q?: string | undefined
}

/** The parts of the address that make sense; what does not is passed over. */
export function readListSearch(params: Readonly<Record<string, unknown>>): ListSearch {
  const { q, sort, ...rest } = paramsSchema.parse(params)
  return { ...rest, sort: sort === undefined ? undefined : readSort(sort), q: q === '' ? undefined : q }
}

/** The same as parameters of the address; a search that looks like a national number stays out of it. */
export function writeListSearch({ portfolio, filter, saved, sort, q }: ListSearch): Record<string, unknown> {
  const params = {
    portfolio,
    filter,
    saved,
    sort: sort && writeSort(sort),
    q: q && !mayHoldNationalNumber(q) ? q : undefined,
  }
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}

// The router reads `?q=12` as a number, so whatever it made of a text is made a text again.
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const paramsSchema = z.object({
  portfolio: z.coerce.number().int().min(1).optional().catch(undefined),
  filter: filterSchema.optional().catch(undefined),
  saved: z.coerce.number().int().min(1).optional().catch(undefined),
  sort: text.optional().catch(undefined),
  q: text.optional().catch(undefined),
})

/** `status.clientSince,-identity.name`: the fields in order, descending with a minus. */
const writeSort = (sort: Sort): string =>
  sort.map(({ field, desc }) => (desc ? `-${field}` : field)).join(',')

function readSort(written: string): Sort | undefined {
  const parts = written.split(',').filter(part => part !== '' && part !== '-')
  const sort = parts.map(part =>
    part.startsWith('-') ? { field: part.slice(1), desc: true } : { field: part },
  )
  return sortSchema.safeParse(sort).data
}
