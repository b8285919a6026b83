import type { z } from 'zod'
import { LINES_OF_JSON, type Progress } from '#kernel/progress.ts'
import type { Route } from '#kernel/route.ts'
import { type CallInput, open } from './api-client.ts'

/**
 * Asks for an operation that tells how far it is, and answers its result. Throws what `call` throws before the work has
 * begun; later, an error that does not say whether the work was done.
 */
export async function callWithProgress<
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Params extends z.ZodType,
>(
  route: Route<Body, Answer, Params>,
  input: CallInput<Body, Params>,
  onProgress: (progress: Progress) => void,
): Promise<z.output<Answer>> {
  const headers = { ...input.headers, Accept: LINES_OF_JSON }
  for await (const line of linesOf(await open(route, { ...input, headers } as object))) {
    const said = JSON.parse(line) as Progress | z.output<Answer>
    if (!isProgress(said)) return said
    onProgress(said)
  }
  throw new Error('The answer has no end.')
}

const isProgress = (said: unknown): said is Progress =>
  typeof said === 'object' && said !== null && 'done' in said && 'total' in said

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
