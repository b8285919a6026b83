import { z } from 'zod'
import { route } from '#kernel/route.ts'

/** What an address needs of the client: its enterprise or VAT number, or nothing (a portal without client pages). */
export const LINK_NEEDS = ['enterpriseNumber', 'vatNumber', 'nothing'] as const

const linkSchema = z.object({
  id: z.int(),
  name: z.string(),
  /**
   * `{n10}` stands for the ten digits of the enterprise number, `{n9}` for the same without the leading zero,
   * `{lang}` for the user's language. A national number can never be put in.
   */
  url: z.string(),
  needs: z.enum(LINK_NEEDS),
  /** Languages that the site has; the first is taken when the user's is not among them. */
  languages: z.array(z.string()),
})
export type InstitutionLink = z.infer<typeof linkSchema>

export const listLinks = route({
  method: 'get',
  path: '/api/loupe-links',
  summary: 'The institutions whose page about a client can be opened',
  answer: z.object({ links: z.array(linkSchema) }),
})
