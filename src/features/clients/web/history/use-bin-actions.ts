import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Erasure, eraseClients } from '#features/change-sets/bin-api.ts'
import { type ChangeLine, createChangeSet, listChangeLines } from '#features/change-sets/change-sets-api.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { call } from '#ui/api-client.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

/** Clients that did not come back, with why, as far as they are told one by one. */
export interface NotRestored {
  lines: readonly ChangeLine[]
  count: number
}

/** More than one request takes. */
const MOST_ERASED = 1_000

/** Brings clients back out of the bin, or deletes them for good, and tells what came of it. */
export function useBinActions(onDone: () => void) {
  const queries = useQueryClient()
  const tell = useBinNotices()
  const [notRestored, setNotRestored] = useState<NotRestored>()
  const settled = async () => {
    onDone()
    await queries.invalidateQueries()
  }
  const restoring = useMutation({
    mutationFn: restore,
    async onSuccess({ changed, left }) {
      if (changed > 0) tell.counted('restored', changed)
      if (left.count > 0) setNotRestored(left)
      await settled()
    },
    onError: tell.failed,
  })
  const erasing = useMutation({
    mutationFn: erase,
    async onSuccess(erasure) {
      tell.erased(erasure)
      await settled()
    },
  })
  return { restoring, erasing, notRestored, closeNotRestored: () => setNotRestored(undefined) }
}

async function restore(ids: readonly number[]): Promise<{ changed: number; left: NotRestored }> {
  const {
    id,
    changed = 0,
    skippedCount = 0,
  } = await call(createChangeSet, {
    body: {
      selection: { ids: [...ids] },
      edits: [{ field: IN_BIN.id, verb: 'set', value: false }],
      apply: true,
    },
  })
  if (skippedCount === 0) return { changed, left: { lines: [], count: 0 } }
  const { lines, total } = await call(listChangeLines, { params: { id, outcome: 'refused', page: 1 } })
  return { changed, left: { lines, count: total } }
}

async function erase(ids: readonly number[]): Promise<Erasure> {
  const all: Erasure = { erased: 0, skipped: [] }
  for (let start = 0; start < ids.length; start += MOST_ERASED) {
    const { erased, skipped } = await call(eraseClients, {
      body: { ids: ids.slice(start, start + MOST_ERASED) },
    })
    all.erased += erased
    all.skipped.push(...skipped)
  }
  return all
}

function useBinNotices() {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const counted = (key: 'restored' | 'erased', count: number) => {
    notifications.show({ message: t(`bin.${key}`, { count, number: formatCount(count, language) }) })
  }
  return {
    counted,
    failed: ({ message }: Error) => {
      notifications.show({ message, color: 'red', autoClose: 10_000 })
    },
    erased: ({ erased, skipped }: Erasure) => {
      if (erased > 0) counted('erased', erased)
      for (const [reason, left] of Map.groupBy(skipped, one => one.reason)) {
        const count = left.length
        const number = formatCount(count, language)
        const message = t('bin.notErased', { count, number, reason: t(`bin.reasons.${reason}`) })
        notifications.show({ message, color: 'orange', autoClose: 15_000 })
      }
    },
  }
}
