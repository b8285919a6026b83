import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayChangeField } from '#features/change-sets/change-rights.ts'
import type { ChangeLine } from '#features/change-sets/change-sets-api.ts'
import type { RefusalReason } from '#features/change-sets/refusals.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { listPortfolios } from '#features/portfolios/portfolios-api.ts'
import { getMe } from '#features/sign-in/sign-in-api.ts'
import { belgianDay } from '#kernel/day.ts'
import { formatDay, meaningOf } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { PORTFOLIO_FIELD } from './editability.ts'
import { useProblemWords } from './problem-words.ts'

/** Why cells were refused, in a few words, for a whole group of them. */
export function useReasonWords() {
  const { t } = useTranslation('editing')
  const problemInWords = useProblemWords()
  return ({ reason, problem }: { reason: RefusalReason; problem?: string; lines: number }): string =>
    problem === undefined ? t(`preview.why.${reason}`) : problemInWords(problem)
}

/** Why one cell was refused, as a sentence that names what is known of it. */
export function useLineWords(): (line: ChangeLine, field: DescribedField | undefined) => string {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const problemInWords = useProblemWords()
  const whyNoRight = useRightWords()
  return (line, field) => {
    const { reason = 'invalid', problem, holder, deletedAt } = line
    if (holder) return t('preview.problem', { why: t('problems.duplicateOf', { name: holder.name }) })
    if (problem !== undefined) return t('preview.problem', { why: problemInWords(problem) })
    if (reason === 'noRight') return t('preview.refusal', { why: whyNoRight(line, field) })
    if (reason === 'deleted' && deletedAt !== undefined) {
      const day = formatDay(belgianDay(new Date(deletedAt)), language)
      return t('preview.refusal', { why: t('preview.why.deletedSince', { day }) })
    }
    return t('preview.refusal', { why: t(`preview.why.${reason}`) })
  }
}

/** Which right is missing: on the portfolio of the client, for the field, or on where the client would go. */
function useRightWords() {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const { data: me } = useQuery(queryOf(getMe))
  const { data: readable } = useQuery(queryOf(listPortfolios))
  return ({ portfolio, after }: ChangeLine, field: DescribedField | undefined): string => {
    const isReadOnly = readable?.portfolios.some(({ name, level }) => name === portfolio && level === 'read')
    if (isReadOnly) return t('preview.why.readOnlyPortfolio', { portfolio })
    if (field && me && !mayChangeField(me.user, field)) return t('preview.why.leading')
    if (field?.id === PORTFOLIO_FIELD) {
      return t('preview.why.targetPortfolio', {
        portfolio: meaningOf(field.kind).format(after, field, language),
      })
    }
    return t('preview.why.noRight')
  }
}
