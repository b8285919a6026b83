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
    const none = missing > 0 ? [t('present', { count: missing, label: t('none') })] : []
    if (distinct > MOST_NAMED) {
      return [t('distinct', { count: distinct, number: formatCount(distinct, language) }), ...none].join(', ')
    }
    const named = values.map(({ label, count }) =>
      t('present', { label, count: formatCount(count, language) as unknown as number }),
    )
    return [...named, ...none].join(', ')
  }
}
