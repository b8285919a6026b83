import { Worker } from 'node:worker_threads'
import { AppError } from '#kernel/app-error.ts'
import type { Field } from '#kernel/fields/field.ts'
import type { Claim } from '../check-rows.ts'
import type { SheetCheck, SheetToCheck, WhoHas } from './check-sheet.ts'
import { refuseFile } from './file-refusal.ts'
import type { StagedFile } from './stage-sheets.ts'

export type ImportJob =
  | { does: 'read'; name: string; bytes: Uint8Array; fields: readonly Field[] }
  | ({ does: 'check' } & SheetToCheck)

/** What the thread says; it expects an answer to `whoHas`. */
export type WorkerMessage =
  | { says: 'whoHas'; claims: Claim[] }
  | { says: 'done'; result: StagedFile | SheetCheck }
  | ({ says: 'refused' } & Pick<AppError, 'code' | 'params' | 'fields'>)

/** Reads a file in a thread of its own, so that whatever is in it, nobody else waits. Throws what refuses it. */
export function readInThread(name: string, bytes: Uint8Array, fields: readonly Field[]): Promise<StagedFile> {
  return runJob<StagedFile>({ does: 'read', name, bytes, fields }, async () => [])
}

/** Checks the rows of a sheet in a thread of its own, which asks `whoHas` about the numbers that it found. */
export function checkInThread(sheet: SheetToCheck, whoHas: WhoHas): Promise<SheetCheck> {
  return runJob<SheetCheck>({ does: 'check', ...sheet }, whoHas)
}

const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 8 }
const MAX_JOB_MS = 120_000

/** One at a time, whoever asks: two files of 50 MB would need the memory of both. */
let before: Promise<unknown> = Promise.resolve()

function runJob<Result>(job: ImportJob, whoHas: WhoHas): Promise<Result> {
  const result = before.then(() => runNow<Result>(job, whoHas))
  before = result.catch(() => {})
  return result
}

function runNow<Result>(job: ImportJob, whoHas: WhoHas): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: LIMITS,
    })
    const tooLong = setTimeout(() => fail(refuseFile('tooMuchToRead')), MAX_JOB_MS)
    const end = () => {
      clearTimeout(tooLong)
      void worker.terminate()
    }
    const fail = (error: unknown) => {
      end()
      reject(isOutOfMemory(error) ? refuseFile('tooMuchToRead') : error)
    }
    worker.on('error', fail)
    worker.on('message', (message: WorkerMessage) => {
      if (message.says === 'whoHas') {
        return void whoHas(message.claims).then(holders => worker.postMessage(holders), fail)
      }
      if (message.says === 'refused') return fail(new AppError(message.code, message))
      end()
      resolve(message.result as Result)
    })
  })
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
