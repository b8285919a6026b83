import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

/** The texts of the list that tell a number, which stands in them in the manner of the language. */
type CountedText = 'portfolios.active' | 'grid.copied' | 'foot.selected' | 'foot.left' | 'states.found'

export function useCountedText(): (key: CountedText, count: number) => string {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  return (key, count) => t(key, { count, number: formatCount(count, language) })
}
