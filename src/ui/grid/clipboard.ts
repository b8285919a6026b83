/**
 * Rows of cells as the text that Excel takes: tabs between cells, a line per row, quotes around a cell that holds
 * either. A cell that starts like a formula stays text, for it is what was copied that must come out.
 */
export const toTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map(cells => cells.map(quoted).join('\t')).join('\r\n')

/**
 * The cells of a text as Excel and LibreOffice put it on the clipboard: tabs between cells, a line per row, quotes
 * around a cell that holds either or a quote. The line break that Excel ends the last row with begins no other row.
 */
export function readTabSeparated(text: string): string[][] {
  const cell = new RegExp(CELL, 'y')
  const rows: string[][] = []
  let row: string[] = []
  while (true) {
    const [, quotedCell, plainCell = '', end = ''] = cell.exec(text) ?? []
    row.push(quotedCell === undefined ? plainCell : quotedCell.replaceAll('""', '"'))
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '' || cell.lastIndex >= text.length) return rows
  }
}

/** A cell up to its end; a quote that is not closed, or closed in the middle, is a character like any other. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/

/**
 * Puts a text that is still being made on the clipboard. It is handed over as a promise, since a browser allows
 * writing only while it still sees the user's gesture.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  if (!navigator.clipboard) return copyThroughEvent(await text)
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text)
  const blob = text.then(made => new Blob([made], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

/** Pages that are not served over HTTPS have no clipboard but this one. */
function copyThroughEvent(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  const copied = document.execCommand('copy')
  document.removeEventListener('copy', put)
  if (!copied) throw new Error('the browser refused to copy')
}

const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
