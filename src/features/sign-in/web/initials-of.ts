/** First letters of the first and the last word of a name: `CD` for *Claire Van Dubois*. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(word => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
