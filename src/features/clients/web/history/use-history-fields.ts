import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { type DescribedField, listFields } from '#features/clients/clients-api.ts'
import { inLanguage } from '#kernel/language.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'

/** Every field that can have a history: the columns of the list, and whether a client is in the bin. */
export function useHistoryFields() {
  const language = useLanguage()
  const { data, error, refetch } = useQuery(queryOf(listFields))
  const fields = useMemo(() => {
    if (!data) return undefined
    const [like] = data.fields
    const bin: DescribedField[] = like
      ? [{ ...like, id: IN_BIN.id, kind: IN_BIN.kind, label: inLanguage(IN_BIN.label, language) }]
      : []
    return new Map([...data.fields, ...bin].map(field => [field.id, inFull(field)]))
  }, [data, language])
  return { fields, error, refetch }
}

/** A sentence says *Néerlandais* where a cell says *nl*. */
const inFull = ({ choices, ...field }: DescribedField): DescribedField =>
  choices ? { ...field, choices: choices.map(({ short, ...choice }) => choice) } : field
