import type { CustomField, FieldChanges } from '#features/custom-fields/custom-fields-api.ts'
import { inEveryLanguage, type Language } from '#kernel/language.ts'
import { namesToSend, type TypedNames, typedNames } from './names.ts'

/** An option while it is edited; one without an id is new. */
export interface OptionDraft {
  key: number
  id?: number
  names: TypedNames
  /** To be taken away, also from the clients that have it. */
  isRemoved?: boolean
}

let lastKey = 0

const newOption = (language: Language, name: string): OptionDraft => ({
  key: ++lastKey,
  names: { ...typedNames(), [language]: name },
})

export const optionDrafts = ({ options }: Pick<CustomField, 'options'>): OptionDraft[] =>
  options.map(({ id, name }) => ({ key: ++lastKey, id, names: typedNames(name) }))

/** What stands for an option in a language: as it was typed there, or as in another. */
export const optionName = ({ names }: OptionDraft, language: Language): string =>
  inEveryLanguage(namesToSend(names))[language]

/** What is typed of an option in a language; as long as nothing is typed in any other, the name in all. */
export const renamed = (option: OptionDraft, language: Language, name: string): OptionDraft => ({
  ...option,
  names: { ...option.names, [language]: name },
})

/** With the options that a text names which are not there yet. */
export function withNames(options: readonly OptionDraft[], text: string, language: Language): OptionDraft[] {
  const known = options.map(option => optionName(option, language))
  const names = [...new Set(namesInText(text))].filter(name => !known.includes(name))
  return [...options, ...names.map(name => newOption(language, name))]
}

/** What a list of options, one a line or parted by semicolons, names. */
const namesInText = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map(name => name.trim())
    .filter(name => name !== '')

/** The options as they are sent: those that stay in their order, and the ids of those that go. */
export function optionsToSend(
  drafts: readonly OptionDraft[],
): Pick<FieldChanges, 'options' | 'removedOptions'> {
  const kept = drafts.filter(({ isRemoved }) => !isRemoved)
  return {
    options: kept.map(({ id, names }) => ({ ...(id !== undefined && { id }), name: namesToSend(names) })),
    removedOptions: drafts.flatMap(({ id, isRemoved }) => (isRemoved && id !== undefined ? [id] : [])),
  }
}
