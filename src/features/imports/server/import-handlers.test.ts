import { beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { LINES_OF_JSON } from '#kernel/progress.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, TEST_SECRETS } from '#test/factories/test-firm.ts'
import { actorOf, checkFile } from '#test/factories/test-import.ts'
import { applyImport, type Import } from '../imports-api.ts'
import { importHandlers } from './import-handlers.ts'

onEachDatabase('Applying an import by the API', database => {
  let admin: Actor

  beforeEach(async () => {
    admin = await actorOf(database(), await makeFirm(database()))
  })

  const apply = (id: number, { accept = '*/*', tidyUp = async () => {} } = {}) => {
    const handler = importHandlers(TEST_SECRETS, tidyUp).find(({ route }) => route === applyImport)
    const asking = { headers: new Headers({ accept }), remoteAddress: '' }
    return handler?.run(admin, { params: { id }, body: { acceptWarnings: false }, asking })
  }
  const linesOf = async (response: unknown) =>
    (await (response as Response).text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))

  test('answers the import', async () => {
    expect(await apply(await checkFile(admin))).toMatchObject({ state: 'done', imported: 2 })
  })

  test('tells the progress first to who accepts lines', async () => {
    const lines = await linesOf(await apply(await checkFile(admin), { accept: LINES_OF_JSON }))
    expect(lines).toEqual([
      { done: 0, total: 2 },
      { done: 2, total: 2 },
      expect.objectContaining({ state: 'done', imported: 2 }),
    ])
  })

  test('refuses in lines as it does without', async () => {
    const id = await checkFile(admin)
    await apply(id)
    await expect(apply(id, { accept: LINES_OF_JSON })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('goes on to the end when nobody reads its lines any more', async () => {
    const id = await checkFile(admin)
    const tidied = Promise.withResolvers<void>()
    const tidyUp = async () => tidied.resolve()
    const response = (await apply(id, { accept: LINES_OF_JSON, tidyUp })) as Response
    await response.body?.cancel()
    await tidied.promise
    await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('does not fail because of the tidying up, which is reported', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const tidyUp = () => Promise.reject(new Error('no room to tidy up'))
    const done = (await apply(await checkFile(admin), { tidyUp })) as Import
    expect(done.state).toBe('done')
    expect(written).toHaveBeenCalledWith(expect.stringContaining('no room to tidy up'))
    written.mockRestore()
  })
})
