import { applyChangeSet, createChangeSet } from '#features/change-sets/change-sets-api.ts'
import { queryClients } from '#features/clients/clients-api.ts'
import { type DatabaseName, type Result, type SignIn, within } from './bench-result.ts'
import { median, percentile, time, WARM_UP } from './measure.ts'
import type { ServerProcess } from './server-process.ts'

const WRITERS = 20
const CELLS_EACH = 15

/** Measures changes as programs ask for them, over HTTP: single cells, and what a change of all clients takes. */
export async function benchWriting(
  server: ServerProcess,
  user: SignIn,
  database: DatabaseName,
): Promise<Result[]> {
  const post = await signedIn(server.address, user)
  const { ids } = await post<{ ids: number[] }>(queryClients.path, {})
  const writers = ids.slice(0, WRITERS * CELLS_EACH)
  // A server that has just started compiles what it runs.
  for (let run = 0; run < WARM_UP; run++) await timeCells(post, writers, WRITERS)
  const cells = await timeCells(post, ids.slice(-CELLS_EACH), 1)
  return [
    within('one cell, over HTTP', median(cells), 50, 'ms'),
    ...(database === 'PostgreSQL'
      ? [
          within(
            `${WRITERS} writers of cells at once, over HTTP, 95 %`,
            percentile(await timeCells(post, writers, WRITERS), 95),
            150,
            'ms',
          ),
        ]
      : []),
    within(`memory to apply to ${ids.length}`, await memoryToApply(server, post, ids), 200, 'MB'),
  ]
}

type Post = <Answer>(path: string, body: object) => Promise<Answer>

async function signedIn(address: string, { email, password }: SignIn): Promise<Post> {
  const send = async (path: string, body: object, cookie = '') => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address, Cookie: cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`)
    return response
  }
  const signIn = await send('/api/auth/sign-in/email', { email, password })
  const cookie = signIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  return async (path, body) => (await send(path, body, cookie)).json()
}

/** Milliseconds of each cell; every writer changes cells of clients of its own. */
async function timeCells(post: Post, ids: readonly number[], writers: number): Promise<number[]> {
  const times: number[] = []
  const write = async (writer: number) => {
    for (let turn = 0; turn < CELLS_EACH; turn++) {
      const id = ids[writer * CELLS_EACH + turn]
      const edits = [{ field: 'organisation.closingDay', verb: 'set', value: turn % 2 ? '06-30' : '03-31' }]
      const body = { selection: { ids: [id] }, edits, apply: true }
      times.push(await time(() => post(createChangeSet.path, body)))
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return times
}

/** By how many MB the server grows, at its highest, while it plans and applies a change of all clients. */
async function memoryToApply(server: ServerProcess, post: Post, ids: readonly number[]): Promise<number> {
  const before = server.memory()
  server.forgetPeak()
  for (const language of ['de', 'fr']) {
    const edits = [{ field: 'identity.language', verb: 'set', value: language }]
    const { id } = await post<{ id: number }>(createChangeSet.path, { selection: { ids }, edits })
    await post(applyChangeSet.path.replace('{id}', String(id)), {})
  }
  return server.peakMemory() - before
}
