import { setTimeout } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { AppError } from '#kernel/app-error.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { type LimitAttempts, limitAttempts } from './limit-attempts.ts'

onEachDatabase('Attempts that may be refused', database => {
  const limit = { key: 'account a', most: 3 }
  let attempt: LimitAttempts
  let tried: number

  beforeEach(async () => {
    await database().pool.query('DELETE FROM auth.sign_in_failures')
    attempt = limitAttempts(database().pool)
    tried = 0
  })

  const fail = async () => {
    tried += 1
    await setTimeout(10)
    throw new AppError('wrongCredentials')
  }
  const succeed = async () => {
    tried += 1
    await setTimeout(10)
  }
  const outcomeOf = (attempted: Promise<unknown>) =>
    attempted.then(
      () => 'done',
      error => (error instanceof AppError ? error.code : error.message),
    )

  test('are made until as many have failed as may, and then say when to try again', async () => {
    const outcomes = []
    for (let count = 0; count < 5; count += 1) outcomes.push(await outcomeOf(attempt([limit], fail)))
    expect(outcomes).toEqual([...Array(3).fill('wrongCredentials'), ...Array(2).fill('tooManyAttempts')])
    expect(tried).toBe(3)
    await expect(attempt([limit], succeed)).rejects.toMatchObject({ params: { count: 15 } })
  })

  test('are no more when they are made at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(attempt([limit], fail))))
    expect(outcomes.filter(outcome => outcome === 'wrongCredentials')).toHaveLength(3)
    expect(tried).toBe(3)
  })

  test('never count when they succeed, however many there are at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(attempt([limit], succeed))))
    expect(new Set(outcomes)).toEqual(new Set(['done']))
    expect(await outcomeOf(attempt([limit], fail))).toBe('wrongCredentials')
  })

  test('never count when they succeed, with several limits too', async () => {
    const limits = [limit, { key: 'address 1', most: 5 }]
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(attempt(limits, succeed))))
    expect(new Set(outcomes)).toEqual(new Set(['done']))
  })

  test('that succeed leave those that failed counted', async () => {
    for (const work of [fail, fail, succeed, fail, succeed]) await outcomeOf(attempt([limit], work))
    expect(tried).toBe(4)
  })

  test('do not count when something else than a refusal ends them', async () => {
    const breakDown = () => Promise.reject(new Error('the database is away'))
    for (let count = 0; count < 5; count += 1) {
      expect(await outcomeOf(attempt([limit], breakDown))).toBe('the database is away')
    }
    expect(await outcomeOf(attempt([limit], succeed))).toBe('done')
  })

  test('are counted for each key, and not at all when one of them has no room left', async () => {
    const other = { key: 'account b', most: 3 }
    const address = { key: 'address 1', most: 4 }
    for (let count = 0; count < 6; count += 1) await outcomeOf(attempt([limit, address], fail))
    expect(await outcomeOf(attempt([other, address], fail))).toBe('wrongCredentials')
    expect(await outcomeOf(attempt([other, address], fail))).toBe('tooManyAttempts')
    expect(tried).toBe(4)
  })

  test('may be made again when the time is over, and the old count is forgotten', async () => {
    for (let count = 0; count < 3; count += 1) await outcomeOf(attempt([limit], fail))
    await database().pool.query(`UPDATE auth.sign_in_failures SET until = now() - interval '1 second'`)
    expect(await outcomeOf(attempt([{ key: 'account c', most: 3 }], fail))).toBe('wrongCredentials')
    const { rows } = await database().pool.query('SELECT key FROM auth.sign_in_failures')
    expect(rows).toEqual([{ key: 'account c' }])
    expect(await outcomeOf(attempt([limit], fail))).toBe('wrongCredentials')
  })
})
