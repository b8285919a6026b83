import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { AppliedAnswer } from '#features/change-sets/change-sets-api.ts'
import type { Language } from '#kernel/language.ts'
import { formatCount } from '#ui/format.ts'

/** Says in a notice which cells of a set were left alone, by reason; nothing where there are none. */
export function tellLeftAlone(
  { skipped, skippedCount }: Pick<AppliedAnswer, 'skipped' | 'skippedCount'>,
  t: TFunction<'editing'>,
  language: Language,
): void {
  if (skippedCount === 0) return
  const counts = new Map<(typeof skipped)[number]['reason'], number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const lines = [...counts].map(([reason, count]) =>
    t('leftAlone', { count, number: formatCount(count, language), reason: t(`reasons.${reason}`) }),
  )
  if (skippedCount > skipped.length) lines.push('…')
  notifications.show({
    color: 'orange',
    autoClose: 15_000,
    message: lines.map(line => <div key={line}>{line}</div>),
  })
}
