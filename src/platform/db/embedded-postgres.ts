import { once } from 'node:events'
import { join } from 'node:path'
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { lockDataFolder } from './data-folder-lock.ts'

/** PostgreSQL inside this process: PGlite in a thread of its own, so that a long query stops nobody else. */
export interface EmbeddedPostgres {
  /** The one connection that there is, for the `pg` driver. */
  stream(): Duplex
  close(): Promise<void>
}

/** Starts the embedded database of a data folder and locks the folder. Throws FolderInUse. */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const lock = lockDataFolder(dataFolder)
  try {
    const worker = await startWorker(join(dataFolder, 'postgres'))
    const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))
    worker.on('error', error => {
      process.stderr.write(`The embedded database has ended: ${error.stack ?? error}\n`)
    })
    return {
      stream: () => new WorkerStream(worker, ended),
      async close() {
        worker.postMessage('close')
        await ended
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startWorker(folder: string): Promise<Worker> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } })
  await once(worker, 'message')
  return worker
}

/** The Terminate message of the wire protocol. */
const GOODBYE = Buffer.from([0x58, 0, 0, 0, 4])

/** What the `pg` driver takes for its socket. */
class WorkerStream extends Duplex {
  readonly #worker: Worker

  constructor(worker: Worker, ended: Promise<void>) {
    super()
    this.#worker = worker
    worker.on('message', this.#receive)
    // Whoever waits for an answer, or connects only now, is told as by a server that is gone.
    void ended.then(() => this.destroy(new Error('Connection terminated: the embedded database has ended')))
  }

  readonly #receive = (answer: Uint8Array) => {
    this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
  }

  connect() {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay() {}
  setKeepAlive() {}
  ref() {}
  unref() {}

  override _read() {}

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.#send(chunk)
    done()
  }

  // The driver corks the messages of one query: they go over together, in one turn of the database.
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  #send(messages: Buffer) {
    // Goodbye ends a connection, but here it would end the database itself.
    if (messages.equals(GOODBYE)) this.push(null)
    else this.#worker.postMessage(new Uint8Array(messages))
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#worker.off('message', this.#receive)
    done(error)
  }
}
