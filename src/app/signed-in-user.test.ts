import { beforeAll, describe, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import {
  cookieOf,
  makeApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('The signed-in user', database => {
  let application: TestApplication
  beforeAll(async () => {
    application = await makeApplication(database())
  })

  describe('a new password', () => {
    const change = (cookie: string, body: object) =>
      application.ask('POST', '/api/auth/change-password', { cookie, body })
    const newPassword = 'un tout autre mot'

    test('needs the present one', async () => {
      await application.addUser('one@firm.test')
      const cookie = await application.signIn('one@firm.test')
      const { status, json } = await change(cookie, { currentPassword: 'not the password', newPassword })
      expect([status, json.error.fields]).toEqual([
        400,
        [{ path: 'currentPassword', message: 'Le mot de passe actuel n’est pas correct.' }],
      ])
      expect(await application.signIn('one@firm.test')).not.toBe('')
    })

    test('has at least ten characters', async () => {
      await application.addUser('two@firm.test')
      const cookie = await application.signIn('two@firm.test')
      const { status, json } = await change(cookie, {
        currentPassword: TEST_PASSWORD,
        newPassword: 'neuf sig.',
      })
      expect([status, json.error.fields]).toEqual([
        400,
        [{ path: 'newPassword', message: 'newPassword : au moins 10 caractères sont nécessaires.' }],
      ])
    })

    test('replaces the old one and ends the other sessions when asked to', async () => {
      await application.addUser('three@firm.test')
      const cookie = await application.signIn('three@firm.test')
      const other = await application.signIn('three@firm.test')
      const body = { currentPassword: TEST_PASSWORD, newPassword, revokeOtherSessions: true }
      const changed = await change(cookie, body)
      expect(changed.status).toBe(200)
      const statuses = []
      for (const one of [cookie, other, cookieOf(changed.headers)]) {
        statuses.push((await application.ask('GET', '/api/me', { cookie: one })).status)
      }
      expect(statuses).toEqual([401, 401, 200])
      expect(await application.signIn('three@firm.test')).toBe('')
      expect(await application.signIn('three@firm.test', newPassword)).not.toBe('')
    })

    test('cannot be guessed at from a session that was left open', async () => {
      await application.addUser('four@firm.test')
      const cookie = await application.signIn('four@firm.test')
      await change(cookie, { currentPassword: 'a guess', newPassword })
      await database().pool.query(`UPDATE auth.sign_in_failures SET count = 10 WHERE key LIKE 'account %'`)
      expect((await change(cookie, { currentPassword: TEST_PASSWORD, newPassword })).status).toBe(429)
    })
  })

  test('is told who and where, and keeps preferences one by one', async () => {
    const id = await application.addUser('anne@firm.test', 'manager')
    const cookie = await application.signIn('anne@firm.test')
    const preferences = { language: 'fr', theme: 'auto', density: 'comfortable' }
    expect((await application.ask('GET', '/api/me', { cookie })).json).toEqual({
      user: { id, name: 'anne@firm.test', email: 'anne@firm.test', role: 'manager' },
      firm: { name: 'Fiduciaire des tests', fictional: false },
      preferences,
    })
    const patch = (body: object) => application.ask('PATCH', '/api/me/preferences', { cookie, body })
    expect((await patch({ language: 'nl' })).json).toEqual({ ...preferences, language: 'nl' })
    expect((await patch({ theme: 'dark' })).json).toEqual({ ...preferences, language: 'nl', theme: 'dark' })
    expect((await patch({ theme: 'pink' })).json.error).toEqual({
      code: 'badInput',
      message: expect.stringContaining('Deze gegevens kunnen niet worden aanvaard.'),
      fields: [
        { path: 'theme', message: 'theme: “pink” wordt niet aanvaard. Wel aanvaard: light, dark, auto.' },
      ],
    })
  })

  test('sees the portfolios that are given, an administrator all of them', async () => {
    const { firm } = application
    const userId = await application.addUser('reader@firm.test')
    await application.addUser('chief@firm.test', 'administrator')
    const [portfolioId = 0] = firm.portfolioIds
    await firm.db.insert(portfolioMembers, [{ portfolioId, userId, level: 'edit' }])
    const levels = async (email: string) => {
      const cookie = await application.signIn(email)
      const { json } = await application.ask('GET', '/api/portfolios', { cookie })
      return json.portfolios.map(({ id, level }: { id: number; level: string }) => [id, level])
    }
    expect(await levels('reader@firm.test')).toEqual([[portfolioId, 'edit']])
    expect(await levels('chief@firm.test')).toEqual(firm.portfolioIds.map(id => [id, 'manage']))
  })

  test('signs in with an address that no one else, in whatever firm, signs in with', async () => {
    await application.addUser('only@firm.test')
    const elsewhere = await makeApplication(database())
    await expect(elsewhere.addUser('ONLY@firm.test')).rejects.toMatchObject({ code: 'nameTaken' })
  })
})
