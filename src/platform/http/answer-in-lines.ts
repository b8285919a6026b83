import { randomUUID } from 'node:crypto'
import { LINES_OF_JSON, type Progress } from '#kernel/progress.ts'
import { expectedFailure, reportToStderr } from './failures.ts'
import type { Asking } from './handler.ts'

/** Does work whose progress whoever asks may be told of, and who does not accept lines is answered at the end. */
export const inLinesIfAsked = <Result>(
  { headers }: Asking,
  work: (onProgress?: (progress: Progress) => void) => Promise<Result>,
): Promise<Response | Result> => (headers.get('accept') === LINES_OF_JSON ? answerInLines(work) : work())

/**
 * Answers as soon as the work has taken its first step: with a line of JSON for each step, and the result as the last
 * line. What fails before is thrown, as in any operation; what fails later ends the answer without a result. Work goes
 * on when nobody reads its lines any more.
 */
function answerInLines<Result>(
  work: (onProgress: (progress: Progress) => void) => Promise<Result>,
): Promise<Response> {
  const { body, write, end } = openLines()
  return new Promise((resolve, reject) => {
    let isUnderWay = false
    const say = (line: Progress | Result) => {
      if (!isUnderWay) resolve(new Response(body, { headers: HEADERS }))
      isUnderWay = true
      write(line)
    }
    const fail = (error: unknown) => {
      if (!isUnderWay) reject(error)
      else if (!expectedFailure(error)) reportToStderr(randomUUID(), 'answer in lines', error)
    }
    work(say).then(say).catch(fail).finally(end)
  })
}

// Proxies would keep the lines until there are enough of them.
const HEADERS = { 'Content-Type': LINES_OF_JSON, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }

function openLines() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: started => {
      controller = started
    },
    cancel: () => {
      controller = undefined
    },
  })
  return {
    body,
    write: (line: unknown) => controller?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`)),
    end: () => controller?.close(),
  }
}
