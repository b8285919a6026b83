import { useTranslation } from 'react-i18next'
import { useProblemWords } from './problem-words.ts'
import type { CellRefusal } from './save-cell.ts'

/** Why a cell was left alone, as a sentence. */
export function useRefusalWords(): (refusal: CellRefusal) => string {
  const { t } = useTranslation('editing')
  const problemInWords = useProblemWords()
  return ({ reason, problem, holder, portfolio }) => {
    if (portfolio !== undefined) return t('notEditable.portfolio', { portfolio })
    if (holder !== undefined) return t('problems.duplicateOf', { name: holder })
    return reason === 'invalid' && problem !== undefined ? problemInWords(problem) : t(`refused.${reason}`)
  }
}
