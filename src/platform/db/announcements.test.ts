import { expect, test } from 'vitest'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('What is announced', database => {
  const announce = (text: string) => database().pool.query('SELECT pg_notify($1, $2)', ['test_news', text])

  test('is heard, and heard again after the connection was lost, which is told', async () => {
    const heard: string[] = []
    let missed = 0
    database().listen('test_news', { onMessage: text => heard.push(text), onMissed: () => missed++ })
    await until(async () => {
      await announce('first')
      return heard.includes('first')
    })
    if (database().kind === 'embedded') return
    await database().pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'fiduscope announcements' AND datname = current_database()`,
    )
    await until(async () => missed === 1)
    await until(async () => {
      await announce('second')
      return heard.includes('second')
    })
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await isSo())) {
    if (Date.now() > end) expect.fail('It did not come to be so within ten seconds.')
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}
