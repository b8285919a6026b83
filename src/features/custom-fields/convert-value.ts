import type { Field, FieldValue } from '#kernel/fields/field.ts'
import { familyOf, meaningOf } from '#kernel/fields/field-kinds.ts'
import { tidyText } from '#kernel/fields/tidy-text.ts'
import { maxLengthOf } from '#kernel/fields/value-length.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'

/** A value as a field of another kind holds it; undefined when it cannot. */
export function convertValue(
  value: FieldValue,
  from: Field,
  to: Field,
  language: Language,
): FieldValue | undefined {
  if (isMissing(value)) return undefined
  if (choosesItsOwn(from) && choosesItsOwn(to)) return asChosen(value, to)
  const words = tidyText(to.kind, inWords(value, from, language))
  if (words === '' || words.length > maxLengthOf(to.kind)) return undefined
  const reading = meaningOf(to.kind).read(words, to)
  if ('problem' in reading || isMissing(reading.value)) return undefined
  // Of 1.250 nobody can say what was meant.
  return reading.warning === 'dotForThousands' ? undefined : reading.value
}

/** What has to be added to what a field can be, so that all these values can be among it; each name once. */
export function missingOptions(
  values: readonly FieldValue[],
  from: Field,
  to: Field,
  language: Language,
): string[] {
  if (!choosesItsOwn(to) || choosesItsOwn(from)) return []
  const missing = new Map<string, string>()
  for (const value of values) {
    const words = tidyText('text', inWords(value, from, language))
    for (const name of to.kind === 'choices' ? words.split(/[,;|]/).map(part => part.trim()) : [words]) {
      const isKnown = name === '' || !('problem' in meaningOf('reference').read(name, to))
      const isNew = !isKnown && name.length <= LONGEST_OPTION && !missing.has(foldText(name))
      if (isNew) missing.set(foldText(name), name)
    }
  }
  return [...missing.values()]
}

const LONGEST_OPTION = 80

/** Whether a field chooses from options of its own. */
export const choosesItsOwn = ({ kind }: Pick<Field, 'kind'>): boolean =>
  kind === 'reference' || kind === 'choices'

function asChosen(value: FieldValue, to: Field): FieldValue | undefined {
  if (familyOf(to) === 'set') return Array.isArray(value) ? value : [Number(value)]
  if (!Array.isArray(value)) return value
  return value.length === 1 ? value[0] : undefined
}

/** The value as a person would type it, numbers without what groups their thousands. */
function inWords(value: FieldValue, field: Field, language: Language): string {
  if (field.kind === 'number' || field.kind === 'money') return String(value).replace('.', ',')
  return meaningOf(field.kind).format(value, field, language)
}
