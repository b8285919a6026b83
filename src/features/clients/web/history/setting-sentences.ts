import type { TFunction } from 'i18next'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import { YES_NO } from '#kernel/fields/field-kinds.ts'
import type { Language } from '#kernel/language.ts'

type SettingLine = ChangeSet['settings'][number]

interface Words {
  t: TFunction<'history'>
  language: Language
}

const RIGHT = /^portfolio (.*)$/s
const NAME_IN = /^name\.(\w+)$/

/** What a set changes in the settings, a sentence each: what is created is told once, and so is an order. */
export function settingSentences(lines: readonly SettingLine[], words: Words): string[] {
  const isNew = new Set(lines.filter(isBirth).map(keyOf))
  const wanted = lines.filter(line => isBirth(line) || !isNew.has(keyOf(line)))
  return [...new Set(wanted.map(line => settingSentence(line, words)))]
}

const isBirth = ({ field, before }: SettingLine): boolean => field === 'name' && before === null

const keyOf = ({ entity, id }: SettingLine): string => `${entity} ${id}`

function settingSentence(line: SettingLine, words: Words): string {
  const { t } = words
  const { name } = line
  const entity = t(`settings.entities.${line.entity}`)
  const { field, before, after } = line
  if (field === 'invitation') return t('settings.invitedAgain', { name })
  if (field === 'position') return t('settings.reordered', { entity })
  if (isBirth(line)) {
    return line.entity === 'user' ? t('settings.invited', { name }) : t('settings.created', { entity, name })
  }
  if (field === 'name' && after === null) {
    return line.entity === 'user'
      ? t('settings.withdrawn', { name })
      : t('settings.removed', { entity, name })
  }
  const told = { entity, name, field: fieldName(field, t) }
  if (TOLD_WITHOUT_VALUES.includes(field)) return t('settings.anew', told)
  const [was, is] = [settingValue(field, before, words), settingValue(field, after, words)]
  if (after === null) return t('settings.cleared', { ...told, before: was })
  return before === null
    ? t('settings.set', { ...told, after: is })
    : t('settings.changed', { ...told, before: was, after: is })
}

/** Their values are codes, which say nothing to anybody. */
const TOLD_WITHOUT_VALUES = ['color', 'needs', 'categoryId', 'criteria', 'kind']

const YES_OR_NO = ['hidden', 'required', 'isListed']

const settingValue = (field: string, value: string | null, { language }: Words): string =>
  YES_OR_NO.includes(field) ? YES_NO[language][value === 'true' ? 0 : 1] : (value ?? '')

const FIELDS = [
  'name',
  'color',
  'url',
  'needs',
  'languages',
  'hidden',
  'role',
  'state',
  'enterpriseNumber',
  'street',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'kind',
  'required',
  'categoryId',
  'description',
  'isListed',
  'criteria',
] as const

function fieldName(field: string, t: TFunction<'history'>): string {
  const portfolio = RIGHT.exec(field)?.[1]
  if (portfolio !== undefined) return t('settings.right', { portfolio })
  const language = NAME_IN.exec(field)?.[1]
  if (language !== undefined) return t('settings.nameIn', { language: language.toUpperCase() })
  return t(`settings.fields.${FIELDS.find(one => one === field) ?? 'other'}`)
}
