import { eq } from 'drizzle-orm'
import { lockSettings } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import { reorderRows } from '#platform/db/reorder-rows.ts'
import { linkProblem } from '../check-link.ts'
import type { LinkChanges, SettledLink, WritableLink } from '../link-settings-api.ts'
import { institutionLinks } from './loupe-tables.ts'

/** All institutions of a firm in its order. */
export async function listAllLinks(db: FirmDb): Promise<SettledLink[]> {
  const links = await db.select(institutionLinks)
  return links
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map(({ id, name, url, needs, languages, hidden }) => ({
      id,
      name: name as SettledLink['name'],
      url,
      needs,
      languages: languages as Language[],
      hidden,
    }))
}

/** Adds an institution at the end. Throws badInput for an address that cannot be one. */
export const createLink = ({ db, preferences }: Actor, wanted: WritableLink): Promise<number> =>
  db.transaction(async tx => {
    check(wanted)
    const position = (await listAllLinks(tx)).length + 1
    const [link] = await tx.insert(institutionLinks, [{ ...wanted, position }])
    if (!link) throw new Error('The new institution has no id.')
    const told = tellerIn(preferences.language)
    await recordSettings(tx, [
      told(link, 'name', null, inLanguage(link.name, preferences.language)),
      told(link, 'url', null, link.url),
    ])
    return link.id
  })

/** Changes what is given. Throws notFound, or badInput for an address that cannot be one. */
export const changeLink = (actor: Actor, id: number, changes: LinkChanges): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockSettings(tx)
    const before = (await listAllLinks(tx)).find(link => link.id === id)
    if (!before) throw new AppError('notFound')
    const { id: _id, ...after } = { ...before, ...(changes as Partial<WritableLink>) }
    check(after)
    await tx.update(institutionLinks, after, eq(institutionLinks.id, id))
    const { language } = actor.preferences
    const told = tellerIn(language)
    const inWords = ({ name, url, needs, languages, hidden }: WritableLink) => ({
      name: inLanguage(name, language),
      url,
      needs,
      languages: languages.join(', '),
      hidden: String(hidden),
    })
    const [old, now] = [inWords(before), inWords(after)]
    const fields = Object.keys(now) as (keyof typeof now)[]
    await recordSettings(
      tx,
      fields.map(field => told(before, field, old[field], now[field])),
    )
  })

/** Puts the institutions into an order. Throws conflict when these are not all of them. */
export const orderLinks = ({ db, preferences }: Actor, ids: readonly number[]): Promise<void> =>
  db.transaction(async tx => {
    const links = new Map((await listAllLinks(tx)).map(link => [link.id, link]))
    const told = tellerIn(preferences.language)
    const moved = await reorderRows(tx, institutionLinks, ids)
    const lines = moved.flatMap(({ id, before, after }) => {
      const link = links.get(id)
      return link ? [told(link, 'position', String(before), String(after))] : []
    })
    await recordSettings(tx, lines)
  })

function check(link: WritableLink): void {
  const problem = linkProblem(link)
  if (problem) throw new AppError('badInput', { fields: [problem] })
}

const tellerIn =
  (language: Language) =>
  (
    { id, name }: Pick<SettledLink, 'id'> & { name: Parameters<typeof inLanguage>[0] },
    field: string,
    before: string | null,
    after: string | null,
  ): SettingChange => ({
    entity: 'institutionLink',
    entityId: id,
    name: inLanguage(name, language),
    field,
    before,
    after,
  })
