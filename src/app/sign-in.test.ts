import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { users } from '#features/firm/server/firm-tables.ts'
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
