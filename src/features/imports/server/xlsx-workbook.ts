import { refuseFile } from './file-refusal.ts'
import { isDateFormat } from './xlsx-date-format.ts'
import { resolvePart, type XlsxPackage } from './xlsx-package.ts'

/** What the cells of a workbook refer to, and where its visible sheets are. */
export interface Workbook {
  sheets: { name: string; part: string }[]
  /** Days are counted from 1 January 1904, as old Macs did. */
  from1904: boolean
  sharedStrings: string[]
  /** Whether the cell style of that number shows a date. */
  showsDate: boolean[]
}

interface Relation {
  type: string
  target: string
}

export async function readWorkbook(file: XlsxPackage): Promise<Workbook> {
  const main = [...(await readRelations(file, '')).values()].find(one => one.type === 'officeDocument')
  if (!main || !file.has(main.target)) throw refuseFile('wrongType')
  const relations = await readRelations(file, main.target)
  const { from1904, sheets } = await readSheetList(file, main.target)
  const partOf = (type: string) => [...relations.values()].find(one => one.type === type)?.target ?? ''
  return {
    from1904,
    sheets: sheets.flatMap(({ name, relation }) => {
      const found = relations.get(relation)
      return found?.type === 'worksheet' ? [{ name, part: found.target }] : []
    }),
    sharedStrings: await readSharedStrings(file, partOf('sharedStrings')),
    showsDate: await readDateStyles(file, partOf('styles')),
  }
}

/** The relationships of a part by id; those of the whole package for an empty name. */
async function readRelations(file: XlsxPackage, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = new Map<string, Relation>()
  await file.readXml(`${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || !id || !type || !target || mode === 'External') return
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(folder, target) })
    },
  })
  return relations
}

async function readSheetList(file: XlsxPackage, part: string) {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  await file.readXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const relation = Object.keys(attributes).find(key => key.endsWith(':id'))
      if (relation) {
        sheets.push({ name: unescapeText(attributes.name ?? ''), relation: attributes[relation] ?? '' })
      }
    },
  })
  return { sheets, from1904 }
}

/** The texts that cells share; how to pronounce them in Japanese (`rPh`) is no part of them. */
async function readSharedStrings(file: XlsxPackage, part: string): Promise<string[]> {
  const strings: string[] = []
  const text = new TextCollector()
  await file.readXml(part, {
    open: name => text.open(name),
    text: piece => text.add(piece),
    close(name) {
      text.close(name)
      if (name === 'si') strings.push(text.take())
    },
  })
  return strings
}

async function readDateStyles(file: XlsxPackage, part: string): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const showsDate: boolean[] = []
  let inCellStyles = false
  await file.readXml(part, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const format = Number(attributes.numFmtId ?? 0)
      showsDate.push(isDateFormat(format, formats.get(format)))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return showsDate
}

/** Puts the text of a rich or plain string together out of its `t` elements. */
export class TextCollector {
  #text = ''
  #inText = false
  #phonetic = false

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true
    this.#inText = name === 't' && !this.#phonetic
  }

  add(piece: string): void {
    if (this.#inText) this.#text += piece
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false
    this.#inText = false
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    return unescapeText(text)
  }
}

/** Undoes the `_x000D_` by which Excel writes what XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
