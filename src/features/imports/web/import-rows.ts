import i18next from 'i18next'
import type { Progress } from '#kernel/progress.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { callWithProgress } from '#ui/call-with-progress.ts'
import { applyImport, getImport, type Import } from '../imports-api.ts'

/**
 * Creates the clients of the rows that can come in, and answers the import once it is done. When the answer is lost,
 * the server is asked whether the clients are there all the same.
 */
export async function importRows(
  id: number,
  acceptWarnings: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Import> {
  try {
    return await callWithProgress(applyImport, { params: { id }, body: { acceptWarnings } }, onProgress)
  } catch (error) {
    const found = await call(getImport, { params: { id } }).catch(() => undefined)
    if (found?.state === 'done') return found
    throw error instanceof ApiError ? error : new Error(i18next.t('imports:writing.interrupted'))
  }
}
