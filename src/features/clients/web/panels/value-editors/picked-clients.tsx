import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundClients } from '#features/clients/web/use-found-clients.ts'
import { formatChoice } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import { PickedSelect } from './picked-select.tsx'
import type { PickedValuesProps } from './picked-values.tsx'

const EMPTY = 'null'

/** Several clients, found by their name or number as in the search box of the list. */
export function PickedClients({ label, field, value, onChange, offersEmpty, problem }: PickedValuesProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const { found } = useFoundClients(typed)
  // Names stay known when the next search no longer finds them.
  const names = useRef(new Map<unknown, string>())
  for (const { id, name } of found) names.current.set(id, name)
  const nameOf = (picked: unknown) =>
    picked === null
      ? t('emptyValue')
      : (names.current.get(picked) ?? formatChoice(picked as number, field, language))
  const offered: unknown[] = [
    ...new Set([...value, ...(offersEmpty ? [null] : []), ...found.map(({ id }) => id)]),
  ]
  return (
    <PickedSelect
      aria-label={label}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      data={offered.map(one => ({ value: one === null ? EMPTY : String(one), label: nameOf(one) }))}
      value={value.map(String)}
      onChange={keys => onChange(keys.map(key => (key === EMPTY ? null : Number(key))))}
      error={problem}
    />
  )
}
