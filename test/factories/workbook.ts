import { crc32, deflateRawSync } from 'node:zlib'

interface Part {
  content: string | Buffer
  /** What the zip file claims, when that is not the truth. */
  claims?: { uncompressedSize?: number; flags?: number }
}

/** A zip file of these parts, each compressed. */
export function zipOf(parts: Readonly<Record<string, string | Buffer | Part>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const { content, claims = {} }: Part =
      typeof part === 'object' && 'content' in part ? part : { content: part }
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(claims.flags ?? 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims.uncompressedSize ?? plain.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, path)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, path, packed])
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([
    ...bodies,
    ...directory,
    endOfDirectory(Object.keys(parts).length, directory, offset),
  ])
}

function endOfDirectory(count: number, directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), end])
}

interface Sheet {
  /** What stands in `sheetData`. */
  rows: string
  name?: string
  state?: 'hidden' | 'veryHidden'
}

/** The parts of a workbook as Excel writes them, with the cells' XML as given. */
export function workbookParts(
  sheets: readonly Sheet[],
  {
    strings = [],
    styles = '',
    properties = '',
  }: { strings?: readonly string[]; styles?: string; properties?: string } = {},
): Record<string, string> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }))
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbered.map(
        ({ number }): Relation => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`],
      ),
      ['rId100', 'styles', 'styles.xml'],
      ['rId101', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><workbookPr ${properties}/><sheets>${numbered
      .map(
        ({ number, name = `Sheet ${number}`, state = 'visible' }) =>
          `<sheet name="${name}" sheetId="${number}" state="${state}" r:id="rId${number}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map(string => `<si>${string}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      numbered.map(({ number, rows }) => [
        `xl/worksheets/sheet${number}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  }
}

type Relation = [id: string, type: string, target: string]

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const relations = (all: readonly Relation[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`
