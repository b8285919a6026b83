/** The text as comparisons see it: NFD, marks dropped, lower case. `fold_text` in the database does the same. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** One line of characters that can be kept, whatever a file or a clipboard holds. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u00a0\s]+/gu, ' ')
    .replace(/\u200b|\ufeff/g, '')
    .toWellFormed()
    .trim()

/** Lines of characters that can be kept, each without white space at its end; empty ones at both ends are left out. */
export const manyLines = (text: string): string =>
  text
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .split('\n')
    .map(line =>
      line.replace(/[^\S\t]/gu, ' ').replace(/\p{Cc}|\u200b|\ufeff/gu, char => (char === '\t' ? char : '')),
    )
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .toWellFormed()

/** The text as the search box sees it: folded, without dots, apostrophes of any kind and white space. */
export const squashText = (text: string): string => foldText(text).replace(/[.\s'‘’ʼ`´]/gu, '')
