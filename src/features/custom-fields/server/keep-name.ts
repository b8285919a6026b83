import { AppError } from '#kernel/app-error.ts'
import { inEveryLanguage, LANGUAGES, type NameInLanguages } from '#kernel/language.ts'
import { foldText, oneLine } from '#kernel/text.ts'

/**
 * A name as it is kept. Throws badInput when nothing of it can be, nameTaken when one of the others is called the same in
 * some language, accents and case aside: two columns of one name could not be told apart.
 */
export function nameToKeep(typed: NameInLanguages, others: readonly NameInLanguages[]): NameInLanguages {
  const name: NameInLanguages = Object.fromEntries(
    LANGUAGES.flatMap(language => {
      const text = oneLine(typed[language] ?? '')
      return text === '' ? [] : [[language, text]]
    }),
  )
  if (Object.keys(name).length === 0) {
    throw new AppError('badInput', { fields: [{ path: 'name', problem: 'missing' }] })
  }
  if (others.some(other => isSameName(name, other))) throw new AppError('nameTaken')
  return name
}

function isSameName(one: NameInLanguages, other: NameInLanguages): boolean {
  const [mine, theirs] = [inEveryLanguage(one), inEveryLanguage(other)]
  return LANGUAGES.some(language => foldText(mine[language]) === foldText(theirs[language]))
}
