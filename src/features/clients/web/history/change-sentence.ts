import type { TFunction } from 'i18next'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { Language } from '#kernel/language.ts'
import { formatCount } from '#ui/format.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { valueInWords } from '../editing/value-in-words.ts'
import { settingSentences } from './setting-sentences.ts'

/** What a sentence is made of, as far as it does not say so itself. */
export interface SentenceWords {
  t: TFunction<'history'>
  /** For values that this user cannot be told. */
  editing: TFunction<'editing'>
  language: Language
  fields: FieldsById
}

type Told = Pick<ChangeSet, 'origin' | 'originName' | 'summary' | 'settings' | 'counts' | 'client' | 'undoes'>

const MOST_FIELDS = 3
const MOST_SETTINGS = 2

/**
 * What a set did, in words: « Langue : Français → Néerlandais pour 43 clients ». `undone` is the set that an undo undoes,
 * and so on back to the one that started it, as far as they are known.
 */
export function changeSentence(set: Told, undone: readonly Told[], words: SentenceWords): string {
  if (set.origin !== 'undo') return ownSentence(set, words)
  const root = undone.at(-1)
  const isRedo = undone.length % 2 === 0 && root !== undefined
  const what = root && root.origin !== 'undo' ? ownSentence(root, words) : ownSentence(inverse(set), words)
  return words.t(isRedo ? 'sentence.redoing' : 'sentence.undoing', { what })
}

/** Where the set that an undo undoes is not known, it is the other way round. */
const inverse = (set: Told): Told => ({
  ...set,
  summary: set.summary.map(({ before, after, ...told }) => ({
    ...told,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  })),
})

function ownSentence(set: Told, words: SentenceWords): string {
  const { t } = words
  const settings = settingSentences(set.settings, words)
  const shown = settings.slice(0, MOST_SETTINGS)
  const left = settings.length - shown.length
  if (left > 0) shown.push(counted('moreSettings', left, words))
  const clients = set.counts.change > 0 ? [clientSentence(set, words)] : []
  const parts = [...shown, ...clients]
  if (parts.length > 0) return parts.join(' · ')
  const what = t('sentence.nothing')
  return set.client ? t('sentence.oneClient', { what, name: set.client.name }) : what
}

function clientSentence(set: Told, words: SentenceWords): string {
  const { t } = words
  const { client, counts, summary } = set
  const filing = summary.length === 1 && summary[0]?.field === IN_BIN.id ? filingOf(set) : undefined
  if (filing) {
    const what = client
      ? t(`sentence.${filing}One`, { name: client.name })
      : counted(filing, counts.change, words)
    if (set.origin === 'import' && set.originName !== null) {
      return t('sentence.imported', { what, name: set.originName })
    }
    return set.origin === 'setup' ? t('sentence.setUp', { what }) : what
  }
  const shown = summary.slice(0, MOST_FIELDS).map(one => fieldSentence(one, words))
  const left = summary.length - shown.length
  const what = [shown.join(', '), ...(left > 0 ? [counted('moreFields', left, words)] : [])].join(' ')
  if (client) return t('sentence.oneClient', { what, name: client.name })
  return t('sentence.clients', {
    what,
    count: counts.change,
    number: formatCount(counts.change, words.language),
  })
}

/** Into the list or out of it. */
function filingOf({ origin, summary: [one] }: Told): 'added' | 'binned' | 'restored' | 'erased' {
  if (origin === 'erasure') return 'erased'
  if (one?.after === true) return 'binned'
  return origin === 'creation' || origin === 'import' || origin === 'setup' ? 'added' : 'restored'
}

function fieldSentence(
  { field: id, before, after }: Told['summary'][number],
  { t, editing, language, fields }: SentenceWords,
): string {
  const field = fields.get(id)
  const label = field?.label ?? t('sentence.unknownField')
  const text = (value: NonNullable<typeof before> | null) =>
    isMissing(value) ? t('sentence.empty') : valueInWords(value, field, language, editing)
  if (field && familyOf(field) === 'set') {
    const come = isMissing(after ?? null) ? [] : [`+ ${text(after ?? null)}`]
    const gone = isMissing(before ?? null) ? [] : [`− ${text(before ?? null)}`]
    const members = [...come, ...gone].join(' ')
    return members === ''
      ? t('sentence.varied', { field: label })
      : t('sentence.members', { field: label, members })
  }
  if (before !== undefined && after !== undefined) {
    return t('sentence.change', { field: label, before: text(before), after: text(after) })
  }
  if (after !== undefined) return t('sentence.to', { field: label, after: text(after) })
  if (before !== undefined) return t('sentence.from', { field: label, before: text(before) })
  return t('sentence.varied', { field: label })
}

const counted = (
  key: 'added' | 'binned' | 'restored' | 'erased' | 'moreFields' | 'moreSettings',
  count: number,
  { t, language }: SentenceWords,
): string => t(`sentence.${key}`, { count, number: formatCount(count, language) })
