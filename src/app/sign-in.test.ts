import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { portfolioMembers, users } from '#features/firm/server/firm-tables.ts'
import {
  cookieOf,
  makeApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('Signing in', database => {
  let application: TestApplication
  const tryToSignIn = (email: string, password: string) =>
    application.ask('POST', '/api/auth/sign-in/email', { body: { email, password } })
  const isSignedIn = async (cookie: string) =>
    (await application.ask('GET', '/api/me', { cookie })).status === 200

  beforeAll(async () => {
    application = await makeApplication(database())
    await application.addUser('anne@firm.test', 'administrator')
    await application.addUser('jan@firm.test')
  })
  beforeEach(() => database().pool.query('DELETE FROM auth.sign_in_failures'))

  test('sets a cookie that no script reads and no other site sends', async () => {
    const { status, json, headers } = await tryToSignIn('Anne@Firm.test', TEST_PASSWORD)
    expect([status, json]).toEqual([200, {}])
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^fiduscope\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ])
    expect(await isSignedIn(cookieOf(headers))).toBe(true)
  })

  test('over https sets a cookie that is sent over https only', async () => {
    const secure = await makeApplication(database(), 'https://fiduscope.test')
    const { headers } = await secure.ask('POST', '/api/auth/sign-in/email', {
      body: { email: 'anne@firm.test', password: TEST_PASSWORD },
    })
    expect(headers.getSetCookie()[0]).toMatch(/^__Secure-fiduscope\.session_token=.*; Secure/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  test('answers the same for an unknown address, a wrong password and a user who was deactivated', async () => {
    const gone = await application.addUser('gone@firm.test')
    await application.firm.db.update(users, { active: false }, eq(users.id, gone))
    const answers = await Promise.all([
      tryToSignIn('nobody@firm.test', TEST_PASSWORD),
      tryToSignIn('anne@firm.test', 'not the password'),
      tryToSignIn('gone@firm.test', TEST_PASSWORD),
      tryToSignIn('no address', TEST_PASSWORD),
    ])
    for (const { status, json, headers } of answers) {
      expect([status, json]).toEqual([
        401,
        { error: { code: 'wrongCredentials', message: 'Adresse e-mail ou mot de passe incorrect.' } },
      ])
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const timeOf = async (email: string) => {
      const started = performance.now()
      await tryToSignIn(email, 'not the password')
      return performance.now() - started
    }
    const times = { unknown: Number.POSITIVE_INFINITY, known: Number.POSITIVE_INFINITY }
    for (let count = 0; count < 3; count += 1) {
      times.unknown = Math.min(times.unknown, await timeOf('nobody@firm.test'))
      times.known = Math.min(times.known, await timeOf('anne@firm.test'))
    }
    // The hash of a password takes nearly all of the time.
    expect(times.unknown).toBeGreaterThan(times.known / 2)
  })

  /** As if as many attempts had failed before. */
  const countFailures = (key: 'account' | 'address', count: number) =>
    database().pool.query(`UPDATE auth.sign_in_failures SET count = $2 WHERE key LIKE $1 || ' %'`, [
      key,
      count,
    ])

  test.each(['jan@firm.test', 'nobody@firm.test'])(
    'is refused after ten failures for %s, not for another',
    async email => {
      await tryToSignIn(email, 'wrong')
      await countFailures('account', 9)
      expect((await tryToSignIn(email, 'wrong')).status).toBe(401)
      const { status, headers, json } = await tryToSignIn(email.toUpperCase(), TEST_PASSWORD)
      expect([status, json.error]).toEqual([
        429,
        { code: 'tooManyAttempts', message: 'Trop de tentatives. Réessayez dans 15 minutes.' },
      ])
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(800)
      expect((await tryToSignIn('anne@firm.test', TEST_PASSWORD)).status).toBe(200)
    },
  )

  test('is refused after fifty failures from an address, for whatever account', async () => {
    await tryToSignIn('nobody@firm.test', 'wrong')
    await countFailures('address', 49)
    expect((await tryToSignIn('somebody@firm.test', 'wrong')).status).toBe(401)
    expect((await tryToSignIn('anne@firm.test', TEST_PASSWORD)).status).toBe(429)
  })

  test('does not count when it succeeds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => tryToSignIn('jan@firm.test', TEST_PASSWORD)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200))
    expect((await tryToSignIn('jan@firm.test', 'wrong')).status).toBe(401)
  })

  test('is all that can be reached of the sign-in library', async () => {
    const cookie = await application.signIn('anne@firm.test')
    const paths = [
      'sign-up/email',
      'get-session',
      'update-user',
      'list-sessions',
      'request-password-reset',
      'ok',
      'error',
    ]
    for (const path of paths) {
      for (const method of ['GET', 'POST']) {
        expect(
          (
            await application.ask(method, `/api/auth/${path}`, {
              cookie,
              body: method === 'POST' ? {} : undefined,
            })
          ).status,
        ).toBe(404)
      }
    }
  })
})

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
      for (let count = 0; count < 10; count += 1)
        await change(cookie, { currentPassword: 'a guess', newPassword })
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
