/** The words of a text that has commas between them, on as many lines as it takes. */
export const wordList = (words: string): readonly string[] => words.split(/,\s+/)
