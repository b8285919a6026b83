import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

/** Runs PostgreSQL in this thread and answers messages of its wire protocol, each as it comes. */

const { folder } = workerData as { folder: string }

const postgres = await PGlite.create(folder, {
  extensions: { pg_trgm },
  // PGlite starts with -F (no fsync); what comes later on the command line wins.
  startParams: [
    ...PGlite.defaultStartParams,
    '-c',
    'fsync=on',
    '-c',
    'shared_buffers=32MB',
    '-c',
    'work_mem=32MB',
    '-c',
    'jit=off',
  ],
})

parentPort?.on('message', async (message: Uint8Array | 'close') => {
  if (message === 'close') {
    await postgres.close()
    parentPort?.close()
    return
  }
  const answer = await postgres.execProtocolRaw(message)
  // The answer may be a view on the WebAssembly memory: post a copy of just its bytes.
  const copy = answer.slice()
  parentPort?.postMessage(copy, [copy.buffer])
})

parentPort?.postMessage('ready')
