import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppliedAnswer, type ChangeSet, undoChangeSet } from '#features/change-sets/change-sets-api.ts'
import { call } from '#ui/api-client.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { tellLeftAlone } from '../editing/left-alone.tsx'

export interface Undoing {
  set: ChangeSet
  step: 'undo' | 'redo'
  /** What the set did, in words. */
  what: string
}

/** Undoes sets, those that changed several clients after asking, and tells what came of it. */
export function useUndoing() {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Undoing>()
  const tell = useResultNotice()
  const sending = useMutation({
    mutationFn: ({ set }: Undoing) => call(undoChangeSet, { params: { id: set.id } }),
    // Not waited for: the next one can be undone while what is on the screen is asked for again.
    onSuccess(answer, undoing) {
      setAsked(undefined)
      tell(answer, undoing)
      void queries.invalidateQueries()
    },
    // Somebody else may have been faster: then the list says so.
    onError: () => void queries.invalidateQueries(),
  })
  const send = (undoing: Undoing) => {
    const onError = ({ message }: Error) => notifications.show({ message, color: 'red', autoClose: 10_000 })
    // The question, where there is one, tells by itself what went wrong.
    sending.mutate(undoing, asked ? {} : { onError })
  }
  return {
    asked,
    isSending: sending.isPending,
    failure: sending.error?.message,
    undo: (undoing: Undoing) => {
      if (sending.isPending) return
      sending.reset()
      if (undoing.set.counts.change > 1) setAsked(undoing)
      else send(undoing)
    },
    confirm: () => asked && send(asked),
    close: () => setAsked(undefined),
  }
}

function useResultNotice() {
  const { t } = useTranslation('history')
  const { t: editing } = useTranslation('editing')
  const language = useLanguage()
  return (answer: AppliedAnswer, { set, step }: Undoing) => {
    const { changed } = answer
    const number = formatCount(changed, language)
    const nothing = set.settings.length > 0 ? t('undo.settingDone') : t('undo.nothing')
    const key = step === 'undo' ? 'undone' : 'redone'
    notifications.show({ message: changed > 0 ? editing(key, { count: changed, number }) : nothing })
    tellLeftAlone(answer, editing, language)
  }
}
