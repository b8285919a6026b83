import { foldText } from '#kernel/text.ts'

export type NameProblem = 'missing' | 'tooLong' | 'taken'

/** What is wrong with the name of a saved filter, among the names of the user's other ones. */
export function nameProblem(
  name: string,
  existingNames: readonly string[],
  ownName: string | undefined,
): NameProblem | undefined {
  const wanted = name.trim()
  if (wanted === '') return 'missing'
  if (wanted.length > 60) return 'tooLong'
  const others = existingNames.filter(existing => existing !== ownName)
  return others.some(other => foldText(other) === foldText(wanted)) ? 'taken' : undefined
}
