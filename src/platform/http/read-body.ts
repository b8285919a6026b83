import { AppError } from '#kernel/app-error.ts'

/** The bytes of a request's body. Throws tooLarge as soon as more than `maxBytes` are announced or have come. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const limit = Math.floor(maxBytes / 1_000_000)
  const tooLarge = new AppError('tooLarge', {
    fields: [{ path: '', problem: 'tooManyBytes', params: { limit } }],
  })
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** The JSON of a request's body; an empty one counts as an empty object. Throws badInput and tooLarge. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes)
  if (bytes.byteLength === 0) return {}
  let text: string
  let json: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    json = JSON.parse(text)
  } catch {
    throw new AppError('badInput', { fields: [{ path: '', problem: 'notJson' }] })
  }
  // Written again, what is left of an escape is what PostgreSQL cannot keep: U+0000 and half a surrogate pair.
  if (ESCAPED.test(text) && UNSTORABLE.test(JSON.stringify(json))) throw unstorableText()
  return json
}

const ESCAPED = /\\u(0000|d[89a-f])/i
const UNSTORABLE = /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/

export const unstorableText = (path = ''): AppError =>
  new AppError('badInput', { fields: [{ path, problem: 'unstorableText' }] })
