import { DAYS_FROM_1900_TO_1904, dayOfExcelSerial } from '#kernel/fields/read-values.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_SHEETS } from '../import-limits.ts'
import type { Cell, SheetRow } from '../sheet.ts'
import { refuseFile } from './file-refusal.ts'
import { openXlsxPackage, type XmlHandler } from './xlsx-package.ts'
import { readWorkbook, TextCollector, unescapeText, type Workbook } from './xlsx-workbook.ts'

/** Some rows of a sheet, in order. */
export interface SheetBatch {
  sheet: string
  /** Numbers that are days but do not look it are counted from 1904 on. */
  from1904: boolean
  rows: SheetRow[]
}

/** The rows of every visible sheet of a workbook, without their empty cells and rows. */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<SheetBatch> {
  const file = await openXlsxPackage(bytes)
  const workbook = await readWorkbook(file)
  if (workbook.sheets.length > MAX_SHEETS) throw refuseFile('tooManySheets')
  for (const { name, part } of workbook.sheets) {
    const reader = new SheetReader(workbook)
    for await (const _ of file.readXmlInPieces(part, reader)) {
      const rows = reader.takeRows()
      if (rows.length > 0) yield { sheet: name, from1904: workbook.from1904, rows }
    }
  }
}

/** The last day that Excel knows, 31 December 9999. */
const LAST_SERIAL = 2_958_465

/** Turns the elements of a worksheet into rows. */
class SheetReader implements XmlHandler {
  readonly #workbook: Workbook
  readonly #inlineText = new TextCollector()
  #rows: SheetRow[] = []
  #row = 0
  #cells: Cell[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #inValue = false
  #hasValue = false
  #hasFormula = false

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'v') this.#openValue()
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'f') this.#hasFormula = true
    else this.#inlineText.open(name)
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
    else this.#inlineText.add(text)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else this.#inlineText.close(name)
  }

  // The number of a row and the reference of a cell may be left out; they then follow the one before.
  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#row = Number(attributes.r ?? this.#row + 1)
    this.#cells = []
    this.#column = -1
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes.r
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    this.#type = attributes.t ?? 'n'
    this.#style = Number(attributes.s ?? 0)
    this.#value = ''
    this.#hasValue = false
    this.#hasFormula = false
    this.#inlineText.take()
  }

  #openValue(): void {
    this.#inValue = true
    this.#hasValue = true
  }

  #closeCell(): void {
    const value = this.#readValue()
    if (value === null || value === '') return
    if (this.#column >= MAX_COLUMNS) throw refuseFile('tooManyColumns', { row: this.#row })
    if (typeof value === 'string' && value.length > MAX_CELL_LENGTH) {
      throw refuseFile('cellTooLong', { row: this.#row })
    }
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#cells[this.#column] = value
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells })
  }

  #readValue(): Cell {
    if (this.#type === 'inlineStr') return this.#inlineText.take()
    if (this.#hasFormula && !this.#hasValue) return { uncomputed: true }
    if (this.#value === '') return null
    switch (this.#type) {
      case 's':
        return this.#workbook.sharedStrings[Number(this.#value)] ?? null
      case 'b':
        return this.#value === '1'
      case 'd':
        return this.#value.slice(0, 10)
      case 'n':
        return this.#readNumber(Number(this.#value))
      default:
        return unescapeText(this.#value)
    }
  }

  #readNumber(number: number): Cell {
    if (Number.isNaN(number)) return this.#value
    const serial = number + (this.#workbook.from1904 ? DAYS_FROM_1900_TO_1904 : 0)
    const isDay = this.#workbook.showsDate[this.#style] && serial >= 1 && serial < LAST_SERIAL + 1
    return isDay ? dayOfExcelSerial(serial) : number
  }
}

/** 0 for `A7`, 26 for `AA7`. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
