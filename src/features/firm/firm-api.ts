import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { route } from '#kernel/route.ts'

const text = z.string().trim().max(200).nullable()

const firmSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Ten digits, whose check is right; separators are left out. */
  enterpriseNumber: text,
  street: text,
  postalCode: text,
  city: text,
  country: text,
  email: text,
  phone: text,
  /** Those that the firm works in, its own first. */
  languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length),
})
export type Firm = z.infer<typeof firmSchema>

export const getFirm = route({
  method: 'get',
  path: '/api/firm',
  summary: 'The firm’s own data and the languages it works in; for administrators',
  answer: firmSchema,
})

export const changeFirm = route({
  method: 'patch',
  path: '/api/firm',
  summary: 'Changes the firm’s own data; for administrators',
  body: firmSchema.partial(),
  answer: firmSchema,
})
export type FirmChanges = z.infer<typeof changeFirm.body>
