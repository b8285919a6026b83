import { useMemo, useRef, useState } from 'react'
import { addClient } from '#features/change-sets/adding-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditing } from '../editing/editability.ts'
import {
  draftAfter,
  isFilledIn,
  kindOf,
  type NewClientDraft,
  startDraft,
  withKept,
  withPick,
} from './new-client-draft.ts'
import { readDraft, requestOf, undecidedNumbers } from './read-draft.ts'
import { withText } from './suggested-texts.ts'
import { useNumberChecks } from './use-number-checks.ts'

export interface AddedClient {
  id: number
  /** By which the addition can be undone. */
  changeSet: number
  name: string
}

export type NewClientForm = ReturnType<typeof useNewClient>

/** A client that is being entered: what is filled in, what is wrong with it, and what adding it comes to. */
export function useNewClient(portfolioId: number | undefined, editing: CellEditing) {
  const language = useLanguage()
  const context = useMemo(() => ({ editing, language }), [editing, language])
  const [start, setStart] = useState(() => startDraft(portfolioId, editing))
  const [draft, setDraft] = useState(start)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setIsAsked] = useState(false)
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const [failure, setFailure] = useState<string>()
  const [isAdding, setIsAdding] = useState(false)
  const key = useRef(newKey())
  const reading = useMemo(() => readDraft(draft, context), [draft, context])
  const checks = useNumberChecks(reading.values)

  const change = (field: string, next: NewClientDraft) => {
    setDraft(next)
    setFailure(undefined)
    setRefusals(new Map([...refusals].filter(([id]) => id !== field)))
    key.current = newKey()
  }
  const takeRefusal = (error: unknown) => {
    setFailure(error instanceof Error ? error.message : String(error))
    if (!(error instanceof ApiError)) return
    const told = error.fields.map(({ path, message }) => {
      const id = path.replace(/^values\./, '')
      return [id, message.replace(id, editing.fields.get(id)?.label ?? id)] as const
    })
    setRefusals(new Map(told))
    checks.askAgain()
  }
  /** Undefined when something is wrong, which is then told under its field. */
  const add = async (): Promise<AddedClient | undefined> => {
    setIsAsked(true)
    if (reading.problems.size > 0 || undecidedNumbers(reading, draft).length > 0) return undefined
    setIsAdding(true)
    setFailure(undefined)
    try {
      const headers = { 'Idempotency-Key': key.current }
      const added = await call(addClient, { body: requestOf(reading), headers })
      return { ...added, name: String(reading.values['identity.name']) }
    } catch (error) {
      takeRefusal(error)
      return undefined
    } finally {
      setIsAdding(false)
    }
  }
  const startNext = () => {
    const next = draftAfter(draft)
    setStart(next)
    setDraft(next)
    setLeft(new Set())
    setIsAsked(false)
    setRefusals(new Map())
    key.current = newKey()
  }
  return {
    editing,
    draft,
    kind: kindOf(draft),
    reading,
    checks,
    left,
    isAsked,
    refusals,
    failure,
    isAdding,
    isFilledIn: isFilledIn(draft, start),
    type: (field: string, text: string) => change(field, withText(draft, field, text, context)),
    pick: (field: string, value: FieldValue) => change(field, withPick(draft, field, value)),
    keep: (field: string, isKept: boolean) => change(field, withKept(draft, field, isKept)),
    leave: (field: string) => setLeft(new Set(left).add(field)),
    add,
    startNext,
  }
}

/** Under the same key a second try, after an answer that was lost on its way, gets the first answer. */
const newKey = (): string =>
  `add-${[...crypto.getRandomValues(new Uint32Array(4))].map(part => part.toString(36)).join('-')}`
