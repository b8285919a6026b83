import { useTranslation } from 'react-i18next'

/** What is wrong with a value, in words: `accepted` is an example of what is accepted, or a limit. */
export function useProblemWords(): (problem: string, accepted?: string) => string {
  const { t, i18n } = useTranslation('editing')
  return (problem, accepted = '') => {
    const told = problem === 'tooLong' && accepted === '' ? 'tooLongAtAll' : problem
    const key = [`editing:problems.${told}`, `imports:problems.${told}`].find(one => i18n.exists(one))
    return key ? String(t(key as 'problems.badValue', { accepted })) : t('problems.badValue', { accepted })
  }
}
