import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '#kernel/app-error.ts'
import { MAX_PACKED_RATIO, MAX_PARTS, MAX_UNPACKED_BYTES } from '../import-limits.ts'
import { refuseFile } from './file-refusal.ts'

/** The zip file that a workbook is: its parts by name, of which nothing is unpacked before it is asked for. */
export interface XlsxPackage {
  has(part: string): boolean
  /** Sends the elements of an XML part to the handler; answers false when there is no such part. */
  readXml(part: string, handler: XmlHandler): Promise<boolean>
  /** The same, giving control back after every piece, so that what was read can be taken away. */
  readXmlInPieces(part: string, handler: XmlHandler): AsyncGenerator<void>
}

/** Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Opens a workbook; refuses zip bombs, encrypted workbooks, workbooks with macros and what is no workbook. */
export async function openXlsxPackage(bytes: Buffer): Promise<XlsxPackage> {
  const zip = await yauzl.fromBufferPromise(bytes).catch(() => {
    throw refuseFile('damaged')
  })
  const parts = await listParts(zip)
  refuseOtherFormats(parts)
  return {
    has: part => parts.has(part),
    async readXml(part, handler) {
      for await (const _ of readXmlInPieces(zip, parts.get(part), handler));
      return parts.has(part)
    },
    readXmlInPieces: (part, handler) => readXmlInPieces(zip, parts.get(part), handler),
  }
}

/** The part that a relationship names, seen from the part that has it: `xl/` and `worksheets/sheet1.xml`. */
export function resolvePart(folder: string, target: string): string {
  return decodeURI(new URL(target, `zip:///${folder}`).pathname.slice(1))
}

async function listParts(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) throw refuseFile('zipBomb')
  const parts = new Map<string, Entry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > MAX_UNPACKED_BYTES || isPackedTooWell(entry)) throw refuseFile('zipBomb')
      if (entry.isEncrypted()) throw refuseFile('encrypted')
      parts.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof AppError ? error : refuseFile('damaged')
  }
  return parts
}

/** Small parts may repeat themselves as much as they like. */
const isPackedTooWell = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > 20_000_000 && uncompressedSize / Math.max(1, compressedSize) > MAX_PACKED_RATIO

function refuseOtherFormats(parts: ReadonlyMap<string, unknown>): void {
  const names = [...parts.keys()]
  if (names.some(name => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) throw refuseFile('macros')
  if (names.includes('xl/workbook.bin')) throw refuseFile('binaryWorkbook')
  if (names.includes('content.xml') && names.includes('mimetype')) throw refuseFile('openDocument')
  if (!names.includes('[Content_Types].xml') || !names.includes('_rels/.rels')) throw refuseFile('wrongType')
}

async function* readXmlInPieces(
  zip: ZipFile,
  entry: Entry | undefined,
  handler: XmlHandler,
): AsyncGenerator<void> {
  if (!entry) return
  const parser = parserFor(handler)
  try {
    // yauzl ends with an error where a part is larger than its entry says, so the sizes that were checked hold.
    const stream: Readable = await zip.openReadStreamPromise(entry)
    stream.setEncoding('utf8')
    for await (const piece of stream) {
      parser.write(piece)
      yield
    }
    parser.close()
  } catch (error) {
    throw error instanceof AppError ? error : refuseFile('damaged')
  }
}

function parserFor(handler: XmlHandler) {
  const parser = new SaxesParser({ position: false, xmlns: false as const })
  parser.on('doctype', () => {
    throw refuseFile('forbiddenXml')
  })
  parser.on('error', () => {
    throw refuseFile('damaged')
  })
  parser.on('opentag', tag => handler.open(localName(tag.name), tag.attributes))
  if (handler.text) parser.on('text', text => handler.text?.(text))
  if (handler.text) parser.on('cdata', text => handler.text?.(text))
  if (handler.close) parser.on('closetag', tag => handler.close?.(localName(tag.name)))
  return parser
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
