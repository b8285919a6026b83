import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** Packs things into compressed lines of JSON, so that many rows need little room wherever they are kept. */
export function packLines(things: AsyncIterable<unknown> | Iterable<unknown>): Promise<Uint8Array> {
  return pipeline(linesOf(things), createGzip({ level: 4 }), pieces => buffer(pieces))
}

/** The things of packed lines, in order; only a piece of them is in memory at a time. */
export async function* unpackLines<T>(packed: Uint8Array): AsyncGenerator<T> {
  let rest = ''
  const text = Readable.from([packed]).pipe(createGunzip()).setEncoding('utf8')
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as T
  }
}

const LINES_PER_PIECE = 200

async function* linesOf(things: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let lines: string[] = []
  for await (const thing of things) {
    lines.push(`${JSON.stringify(thing)}\n`)
    if (lines.length < LINES_PER_PIECE) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}
