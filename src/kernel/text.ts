/** The text as comparisons see it: NFD, marks dropped, lower case. `fold_text` in the database does the same. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The text as the search box sees it: folded, without dots, apostrophes of any kind and white space. */
export const squashText = (text: string): string => foldText(text).replace(/[.\s'‘’ʼ`´]/gu, '')
