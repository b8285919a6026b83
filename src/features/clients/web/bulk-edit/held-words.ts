import { useTranslation } from 'react-i18next'
import type { HeldValues } from '#features/change-sets/change-sets-api.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

const MOST_NAMED = 3

/** What clients have now, in words: `31 Français, 12 Néerlandais`, or how many values there are. */
export function useHeldWords(): (held: HeldValues) => string {
  const { t } = useTranslation('bulkEdit')
  const language = useLanguage()
  return ({ distinct, missing, values }) => {
    const counted = (label: string, count: number) =>
      t(label === '' ? 'filled' : 'present', { label, count, number: formatCount(count, language) })
    const none = missing > 0 ? [counted(t('none'), missing)] : []
    if (distinct > MOST_NAMED) {
      return [t('distinct', { count: distinct, number: formatCount(distinct, language) }), ...none].join(', ')
    }
    const named = values.map(({ label, count }) => counted(label, count))
    return [...named, ...none].join(', ')
  }
}
