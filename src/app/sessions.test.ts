import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { users } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('A session', database => {
  let application: TestApplication
  const sessions = async (cookie: string) =>
    (await application.ask('GET', '/api/me/sessions', { cookie })).json.sessions
  const isSignedIn = async (cookie: string) =>
    (await application.ask('GET', '/api/me', { cookie })).status === 200

  beforeAll(async () => {
    application = await makeApplication(database())
    await application.addUser('anne@firm.test', 'administrator')
    await application.addUser('jan@firm.test')
  })

  test('is over for good when the user signs out', async () => {
    const cookie = await application.signIn('anne@firm.test')
    const { status, headers } = await application.ask('POST', '/api/auth/sign-out', { cookie })
    expect([status, headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringMatching(/^fiduscope\.session_token=; Max-Age=0/),
    ])
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('is ended by its user from another one, at once', async () => {
    const [here, there] = [
      await application.signIn('anne@firm.test'),
      await application.signIn('anne@firm.test'),
    ]
    const open = await sessions(here)
    expect(open.filter((session: { current: boolean }) => session.current)).toHaveLength(1)
    for (const { id, current } of open) {
      if (!current)
        expect((await application.ask('DELETE', `/api/me/sessions/${id}`, { cookie: here })).status).toBe(200)
    }
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
    expect(await sessions(here)).toHaveLength(1)
  })

  test('is neither seen nor ended by anyone else', async () => {
    const [anne, jan] = [
      await application.signIn('anne@firm.test'),
      await application.signIn('jan@firm.test'),
    ]
    const [{ id }] = await sessions(jan)
    const refused = await application.ask('DELETE', `/api/me/sessions/${id}`, { cookie: anne })
    expect([refused.status, refused.json.error.code]).toEqual([404, 'notFound'])
    expect(await isSignedIn(jan)).toBe(true)
  })

  test('is over as soon as its user is deactivated', async () => {
    const id = await application.addUser('leaving@firm.test')
    const cookie = await application.signIn('leaving@firm.test')
    await application.firm.db.update(users, { active: false }, eq(users.id, id))
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('cannot be made up', async () => {
    const cookie = await application.signIn('anne@firm.test')
    const [name, value] = cookie.split('=')
    expect(await isSignedIn(`${name}=${value?.split('.')[0]}.${'A'.repeat(43)}%3D`)).toBe(false)
    expect(await isSignedIn(`${name}=nothing`)).toBe(false)
  })

  test('that was not used for an hour is prolonged, one that was not for thirty days is over', async () => {
    const cookie = await application.signIn('jan@firm.test')
    const { pool } = database()
    const used = (ago: string) =>
      pool.query(`UPDATE auth.session SET expires_at = now() + interval '30 days' - interval '${ago}'`)
    await used('2 hours')
    const prolonged = await application.ask('GET', '/api/me', { cookie })
    expect(prolonged.headers.getSetCookie()[0]).toMatch(/Max-Age=2592000/)
    await used('31 days')
    expect(await isSignedIn(cookie)).toBe(false)
  })
})
