import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'
import { LINK_NEEDS } from './loupe-api.ts'

const nameText = z.string().trim().min(1).max(60)

const writableSchema = z.strictObject({
  /** One for all languages, or one for each. */
  name: z.union([
    nameText,
    z.strictObject(
      Object.fromEntries(LANGUAGES.map(language => [language, nameText])) as Record<
        (typeof LANGUAGES)[number],
        z.ZodString
      >,
    ),
  ]),
  url: z.string().trim().max(1_000),
  needs: z.enum(LINK_NEEDS),
  /** Languages that the site has, for `{lang}`. */
  languages: z.array(z.enum(LANGUAGES)).max(LANGUAGES.length),
  hidden: z.boolean(),
})
export type WritableLink = z.infer<typeof writableSchema>

const settledSchema = writableSchema.extend({ id })
export type SettledLink = z.infer<typeof settledSchema>

export const listLinkSettings = route({
  method: 'get',
  path: '/api/loupe-links/settings',
  summary: 'All institutions, the hidden ones included; for administrators',
  answer: z.object({ links: z.array(settledSchema) }),
})

export const createLink = route({
  method: 'post',
  path: '/api/loupe-links',
  summary: 'Adds an institution',
  body: writableSchema,
  answer: z.object({ id }),
})

export const changeLink = route({
  method: 'patch',
  path: '/api/loupe-links/{id}',
  summary: 'Changes an institution; hidden, it is offered nowhere',
  params: idParams,
  body: writableSchema.partial(),
  answer: z.object({}),
})
export type LinkChanges = z.infer<typeof changeLink.body>

export const orderLinks = route({
  method: 'put',
  path: '/api/loupe-links/order',
  summary: 'Puts the institutions into an order',
  body: z.strictObject({ ids: z.array(id).max(1_000) }),
  answer: z.object({}),
})
