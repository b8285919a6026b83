import { beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import { DEFAULT_LINKS } from '../default-links.ts'
import { listInstitutions } from './list-institutions.ts'
import { institutionLinks } from './loupe-tables.ts'
import { seedLoupeLinks } from './seed-loupe-links.ts'

onEachDatabase('The institutions of the Loupe', database => {
  let firm: TestFirm
  beforeAll(async () => {
    firm = await makeFirm(database())
    await firm.db.transaction(seedLoupeLinks)
  })

  test.each(LANGUAGES)('are listed in their order, under the names that they have in %s', async language => {
    const links = await listInstitutions(firm.db, language)
    expect(links.map(({ id: _id, ...link }) => link)).toEqual(
      DEFAULT_LINKS.map(({ name, ...link }) => ({
        ...link,
        name: typeof name === 'string' ? name : name[language],
      })),
    )
  })

  test.each(['javascript:alert(1)', 'ftp://x.test/{n10}', '//x.test'])('cannot be at %s', async url => {
    const link = { name: 'X', url, needs: 'nothing' as const, languages: [], position: 99 }
    await expect(firm.db.insert(institutionLinks, [link])).rejects.toThrow()
  })
})
