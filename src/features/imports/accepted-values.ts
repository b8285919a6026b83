import type { Choice, Field } from '#kernel/fields/field.ts'
import { inLanguage, type Language } from '#kernel/language.ts'

/** As many choices as a message names. */
const NAMED = 8

/** What a field accepts, as a message says it: its first choices in the user's language, the commonest ones first. */
export function acceptedValues({ choices = [] }: Pick<Field, 'choices'>, language: Language): string {
  const offered = choices.filter(({ retired }) => !retired)
  const names = offered.slice(0, NAMED).map(choice => nameOf(choice, language))
  return [...names, ...(offered.length > NAMED ? ['…'] : [])].join(', ')
}

/** The portfolio field with only those portfolios to which this user may add clients. */
export const withPortfolios = <F extends Pick<Field, 'id' | 'choices'>>(
  field: F,
  editable: readonly number[],
): F =>
  field.id === 'assignment.portfolio'
    ? { ...field, choices: (field.choices ?? []).filter(({ value }) => editable.includes(Number(value))) }
    : field

const nameOf = ({ short, label }: Choice, language: Language): string => inLanguage(short ?? label, language)
