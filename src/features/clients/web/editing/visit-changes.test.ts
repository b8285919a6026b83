import { afterEach, describe, expect, test, vi } from 'vitest'
import { VisitChanges } from './visit-changes.ts'

const ONE: Parameters<VisitChanges['change']>[0] = {
  selection: { ids: [7] },
  edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }],
  origin: 'cell',
}

/** A server that numbers the sets it is sent from 1 on, and refuses to undo those in `final`. */
function serverThat({ changed = 1, final = [] as number[] } = {}) {
  const sent: string[] = []
  let last = 0
  vi.stubGlobal('fetch', async (address: string) => {
    sent.push(address.replace('/api/change-sets', ''))
    const undone = Number(/(\d+)\/undo$/.exec(address)?.[1])
    if (final.includes(undone)) {
      return Response.json({ error: { code: 'conflict', message: 'too late' } }, { status: 409 })
    }
    const counts = { change: changed, unchanged: 0, refused: 0, lines: changed }
    last++
    return Response.json({
      id: last,
      state: 'applied',
      changed,
      unchanged: 0,
      skipped: [],
      skippedCount: 0,
      counts,
    })
  })
  return sent
}

function visit() {
  const touched: (readonly number[] | undefined)[] = []
  const changes = new VisitChanges(() => ({
    onChanged: ids => touched.push(ids),
    onApplied: () => undefined,
  }))
  return { changes, touched }
}

describe('the changes of a visit', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('are undone and redone in order, each step by undoing the one before', async () => {
    const sent = serverThat()
    const { changes, touched } = visit()
    await changes.change(ONE)
    await changes.change(ONE)
    await changes.take('undo')
    await changes.take('undo')
    await changes.take('redo')
    expect(sent).toEqual(['', '', '/2/undo', '/1/undo', '/4/undo'])
    expect(changes.next('undo')?.id).toBe(5)
    expect(changes.next('redo')?.id).toBe(3)
    expect(touched).toEqual([[7], [7], undefined, undefined, undefined])
  })

  test('that come after an undo take away what could be redone', async () => {
    serverThat()
    const { changes } = visit()
    await changes.change(ONE)
    await changes.take('undo')
    await changes.change(ONE)
    expect(await changes.take('redo')).toBeUndefined()
  })

  test('that changed nothing are no step', async () => {
    const sent = serverThat({ changed: 0 })
    const { changes } = visit()
    await changes.change(ONE)
    expect(await changes.take('undo')).toBeUndefined()
    expect(sent).toEqual([''])
  })

  test('that can never be undone do not stand in the way of those before them', async () => {
    serverThat({ final: [2] })
    const { changes } = visit()
    await changes.change(ONE)
    await changes.change(ONE)
    await expect(changes.take('undo')).rejects.toThrow('too late')
    expect(changes.next('undo')?.id).toBe(1)
  })

  test('tell how far they are, and are asked for once more when the answer is lost on its way', async () => {
    const sent: (string | undefined)[] = []
    const answers = ['{"done":0,"total":9}\n{"done":5,"total":9}\n', '{"id":3,"state":"applied","changed":9}']
    vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
      sent.push(headers['Idempotency-Key'])
      return new Response(answers.shift())
    })
    const { changes } = visit()
    const told: number[] = []
    expect(await changes.apply(3, { onProgress: ({ done }) => told.push(done) })).toMatchObject({
      changed: 9,
    })
    expect(told).toEqual([0, 5])
    expect(sent).toEqual(['apply-3', 'apply-3'])
  })

  test('that were applied by another request are undone like the others, and hear of it each time', async () => {
    const sent = serverThat()
    const { changes, touched } = visit()
    const heard: string[] = []
    changes.note({ id: 40, clients: 1, onTaken: step => heard.push(step) }, [9])
    await changes.take('undo')
    await changes.take('redo')
    expect(sent).toEqual(['/40/undo', '/1/undo'])
    expect(heard).toEqual(['undo', 'redo'])
    expect(touched[0]).toEqual([9])
  })

  test('can be undone from their notice, whatever came after them', async () => {
    const sent = serverThat()
    const { changes } = visit()
    await changes.change(ONE)
    await changes.change(ONE)
    await changes.undoSet(1)
    expect(sent.at(-1)).toBe('/1/undo')
    expect(changes.next('undo')?.id).toBe(2)
    expect(await changes.undoSet(1)).toBeUndefined()
  })
})
