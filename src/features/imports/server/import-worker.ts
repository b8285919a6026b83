import { parentPort, workerData } from 'node:worker_threads'
import type { NumberHolder } from '#features/clients/unique-numbers.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Claim } from '../check-rows.ts'
import { checkSheet } from './check-sheet.ts'
import type { ImportJob, WorkerMessage } from './run-import-job.ts'
import { stageSheets } from './stage-sheets.ts'

/** The thread of one job: reading a file, or checking the rows of one; see `run-import-job.ts`. */
const say = (message: WorkerMessage): void => parentPort?.postMessage(message)

function whoHas(claims: Claim[]): Promise<readonly NumberHolder[]> {
  say({ says: 'whoHas', claims })
  return new Promise(resolve => parentPort?.once('message', resolve))
}

try {
  const job = workerData as ImportJob
  const result =
    job.does === 'read'
      ? await stageSheets(job.name, Buffer.from(job.bytes), job.fields)
      : await checkSheet(job, whoHas)
  say({ says: 'done', result })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  say({ says: 'refused', code: error.code, params: error.params, fields: error.fields })
}
