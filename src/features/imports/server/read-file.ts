import { MAX_FILE_BYTES } from '../import-limits.ts'
import { refuseFile } from './file-refusal.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx, type SheetBatch } from './read-xlsx.ts'

/** The rows of a file, whatever its name says it is; refuses what is neither XLSX nor delimited text. */
export function readFile(name: string, bytes: Buffer): AsyncGenerator<SheetBatch> {
  if (bytes.length === 0) throw refuseFile('empty')
  if (bytes.length >= MAX_FILE_BYTES) throw refuseFile('fileTooLarge')
  if (startsWith(bytes, 'PK\x03\x04')) return readXlsx(bytes)
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw refuseFile(isEncryptedWorkbook(bytes) ? 'encrypted' : 'oldExcel')
  if (!isText(bytes) || !/\.(csv|txt|tsv|tab|xlsx|xls)$/i.test(name)) throw refuseFile('wrongType')
  return readCsv(bytes)
}

const startsWith = (bytes: Buffer, signature: string): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'))

/** A workbook with a password is an old Office file around an encrypted part of this name. */
const isEncryptedWorkbook = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))

const MARKUP = /^\s*(<\?xml|<!doctype|<html|<table|\{\\rtf|%PDF|%!PS)/i

/** No markup, and none of the control characters that every image, archive or program has. */
function isText(bytes: Buffer): boolean {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const start = bytes.subarray(0, 65_536).toString(isUtf16 ? 'utf16le' : 'latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return !MARKUP.test(start.replace(/^(\ufeff|ï»¿)/, '')) && !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(start)
}
