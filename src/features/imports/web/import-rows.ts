import i18next from 'i18next'
import { ApiError, call, send } from '#ui/api-client.ts'
import { applyImport, getImport, type Import, type ImportProgress, LINES_OF_JSON } from '../imports-api.ts'

/**
 * Creates the clients of the rows that can come in, and answers the import once it is done. When the answer is lost,
 * the server is asked whether the clients are there all the same.
 */
export async function importRows(
  id: number,
  acceptWarnings: boolean,
  onProgress: (progress: ImportProgress) => void,
): Promise<Import> {
  try {
    return await followImport(id, acceptWarnings, onProgress)
  } catch (error) {
    const found = await call(getImport, { params: { id } }).catch(() => undefined)
    if (found?.state === 'done') return found
    throw error instanceof ApiError ? error : new Error(i18next.t('imports:writing.interrupted'))
  }
}

async function followImport(
  id: number,
  acceptWarnings: boolean,
  onProgress: (progress: ImportProgress) => void,
): Promise<Import> {
  const response = await send(applyImport.path.replace('{id}', String(id)), {
    method: 'POST',
    headers: {
      Accept: LINES_OF_JSON,
      'Content-Type': 'application/json',
      'Accept-Language': i18next.language,
    },
    body: JSON.stringify({ acceptWarnings }),
  })
  for await (const line of linesOf(response)) {
    const said = JSON.parse(line) as ImportProgress | Import
    if ('state' in said) return said
    onProgress(said)
  }
  throw new Error('The answer has no end.')
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
