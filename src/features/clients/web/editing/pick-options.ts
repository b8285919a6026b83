import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { familyOf, YES_NO } from '#kernel/fields/field-kinds.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import { PORTFOLIO_FIELD } from './editability.ts'

/** One of the values that can be picked; null takes the value away. */
export interface PickOption {
  value: string | number | boolean | null
  label: string
  /** The whole label, where that is a short one. */
  detail?: string
  color?: string
}

/** What can be picked in a cell: what is offered now, and what the client has even if it no longer is. */
export function pickOptions(
  field: DescribedField,
  value: FieldValue,
  { language, noValue, portfolios }: { language: Language; noValue: string; portfolios: readonly number[] },
): PickOption[] {
  const held = Array.isArray(value) ? value : [value]
  const isOffered = (choice: NonNullable<DescribedField['choices']>[number]) =>
    held.includes(choice.value) ||
    (!choice.retired && (field.id !== PORTFOLIO_FIELD || portfolios.includes(Number(choice.value))))
  const choices = field.choices?.filter(isOffered).map(({ value, label, short, color }) => ({
    value,
    label: short ?? label,
    ...(short !== undefined && short !== label && { detail: label }),
    ...(color !== undefined && { color }),
  }))
  const none = field.neverEmpty || familyOf(field) === 'set' ? [] : [{ value: null, label: noValue }]
  return [...(choices ?? yesNo(language)), ...none]
}

const yesNo = (language: Language): PickOption[] =>
  YES_NO[language].map((label, index) => ({ value: index === 0, label }))

/** The options in which each word that was typed is found; those that start with it come first. */
export function findOptions(options: readonly PickOption[], query: string): readonly PickOption[] {
  const wanted = foldText(query.trim())
  if (wanted === '') return options
  const words = wanted.split(/\s+/)
  const found = options.filter(({ label, detail = '' }) => {
    const text = foldText(`${label} ${detail}`)
    return words.every(word => text.includes(word))
  })
  const rank = ({ label, detail = '' }: PickOption) =>
    foldText(label) === wanted ? 0 : [label, detail].some(text => foldText(text).startsWith(wanted)) ? 1 : 2
  return found.toSorted((a, b) => rank(a) - rank(b))
}
