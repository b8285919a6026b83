import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { portfolioMembers, users } from '#features/firm/server/firm-tables.ts'
import { ConfigError } from '#platform/config.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import { findImporter } from './find-importer.ts'

onEachDatabase('Who imports from the command line', database => {
  let firm: TestFirm

  beforeAll(async () => {
    firm = await makeFirm(database(), 'Fiduciaire Dupont')
    await makeFirm(database(), 'Twins')
    await makeFirm(database(), 'Twins')
    const [, eric = 0] = firm.userIds
    const [, gent = 0] = firm.portfolioIds
    await firm.db.insert(portfolioMembers, [{ portfolioId: gent, userId: eric, level: 'edit' }])
  })

  test('is the first administrator of a firm that is given by name or number', async () => {
    for (const name of ['Fiduciaire Dupont', String(firm.db.firmId)]) {
      const { actor, portfolioId } = await findImporter(database(), { firm: name })
      expect(actor).toMatchObject({ name: 'Anne Peeters', preferences: { language: 'en' } })
      expect(portfolioId).toBeNull()
    }
  })

  test('is the user that was named, in the only portfolio that this user may change', async () => {
    const email = `ERIC@${firm.db.firmId}.test`
    const { actor, portfolioId } = await findImporter(database(), { firm: 'Fiduciaire Dupont', user: email })
    expect([actor.name, portfolioId]).toEqual(['Éric Dubois', firm.portfolioIds[1]])
  })

  test('files clients in the portfolio that was named', async () => {
    const { portfolioId } = await findImporter(database(), { firm: 'Fiduciaire Dupont', portfolio: 'Namur' })
    expect(portfolioId).toBe(firm.portfolioIds[0])
  })

  describe('is told what is not there:', () => {
    test.each([
      ['the firm', { firm: 'Nobody' }, '"Nobody"'],
      ['one firm of the name', { firm: 'Twins' }, 'several firms'],
      ['the user', { firm: 'Fiduciaire Dupont', user: 'x@y.test' }, 'x@y.test'],
      ['the portfolio', { firm: 'Fiduciaire Dupont', portfolio: 'Liège' }, '"Liège"'],
    ])('%s', async (_what, wanted, message) => {
      const refusal = await findImporter(database(), wanted).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(ConfigError)
      expect(String(refusal)).toContain(message)
    })

    test('a user who has left', async () => {
      const [, , jan = 0] = firm.userIds
      await firm.db.update(users, { active: false }, eq(users.id, jan))
      const wanted = { firm: 'Fiduciaire Dupont', user: `jan@${firm.db.firmId}.test` }
      await expect(findImporter(database(), wanted)).rejects.toBeInstanceOf(ConfigError)
    })
  })
})
