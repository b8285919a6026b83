import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import type { Import } from '../imports-api.ts'
import { importRows } from './import-rows.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  onlineManager.setOnline(true)
})

const anImport = (state: Import['state']) => ({ id: 7, state, imported: state === 'done' ? 2 : null })
const DONE = anImport('done')

/** An answer that comes in these pieces and then breaks off, or ends. */
function inPieces(pieces: readonly string[], { breaks = false } = {}): Response {
  const left = [...pieces]
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = left.shift()
        if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece))
        else if (breaks) controller.error(new TypeError('network error'))
        else controller.close()
      },
    }),
  )
}

/** Imports with a server that answers this, and then that when it is asked how the import is. */
async function importWith(answer: Response | Error, afterwards: Response | Error = new TypeError('away')) {
  const answered = (given: Response | Error) => (given instanceof Error ? Promise.reject(given) : given)
  vi.stubGlobal('fetch', async (address: string) => {
    if (address === '/api/imports/7/apply') return answered(answer)
    // Whether it is back is asked again and again, elsewhere.
    return address === '/api/imports/7' ? answered(afterwards) : new Response()
  })
  const told: string[] = []
  const done = await importRows(7, false, ({ done, total }) => told.push(`${done}/${total}`)).catch(
    error => error,
  )
  return { done, told }
}

test('tells the progress line by line, wherever the pieces are cut', async () => {
  const answer = inPieces(['{"done":0,"to', 'tal":2}\n{"done":2,"total":2}\n', `${JSON.stringify(DONE)}\n`])
  expect(await importWith(answer)).toEqual({ done: DONE, told: ['0/2', '2/2'] })
})

test.each<[string, Response | Error]>([
  ['breaks off', inPieces(['{"done":0,"total":2}\n'], { breaks: true })],
  ['ends too early', inPieces(['{"done":0,"total":2}\n'])],
  ['never comes', new TypeError('failed to fetch')],
  [
    'is a conflict, since the one before was lost',
    Response.json({ error: { code: 'conflict' } }, { status: 409 }),
  ],
])('finds an import done whose answer %s', async (_how, answer) => {
  expect((await importWith(answer, Response.json(DONE))).done).toEqual(DONE)
})

test('says why an import is refused', async () => {
  const refusal = Response.json({ error: { code: 'noRight', message: 'Non.' } }, { status: 403 })
  expect((await importWith(refusal, Response.json(anImport('checked')))).done).toMatchObject({
    code: 'noRight',
  })
})

test('says that an import did not finish when nothing is known of it', async () => {
  const lost = inPieces([], { breaks: true })
  expect((await importWith(lost)).done).toBeInstanceOf(Error)
})
