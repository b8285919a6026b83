import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listFields } from '#features/clients/clients-api.ts'
import { queryOf } from '#ui/queries.ts'
import { importableFields, PARTS } from '../import-targets.ts'

export interface TargetOptions {
  group: string
  items: { value: string; label: string }[]
}

/** Everything that a column can be read into, by group, each field before its parts. */
export function useTargetOptions(): TargetOptions[] {
  const { t } = useTranslation('imports')
  const { data } = useQuery(queryOf(listFields))
  const groups = Map.groupBy(importableFields(data?.fields ?? []), field => field.groupLabel)
  return [...groups].map(([group, fields]) => ({
    group,
    items: fields.flatMap(({ id, label }) => [
      { value: id, label },
      ...(PARTS[id] ?? []).map(part => ({ value: part, label: t(`columns.parts.${partName(part)}`) })),
    ]),
  }))
}

type PartName = 'firstName' | 'number' | 'box'

const partName = (part: string): PartName => part.slice(part.indexOf('#') + 1) as PartName
