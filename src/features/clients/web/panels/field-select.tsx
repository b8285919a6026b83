import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { foldText } from '#kernel/text.ts'

export interface FieldSelectProps {
  fields: ReadonlyMap<string, DescribedField>
  /** The id of the chosen field, which may have vanished since. */
  value: string | undefined
  onChange(field: DescribedField): void
  autoFocus?: boolean
}

/** Any field, by group, shown in the list or not; the search looks into groups and labels. */
export function FieldSelect({ fields, value, onChange, autoFocus = false }: FieldSelectProps) {
  const { t } = useTranslation('panels')
  const vanished = value !== undefined && !fields.has(value)
  return (
    <Select
      aria-label={t('condition.field')}
      placeholder={t('condition.pickField')}
      size="xs"
      searchable
      autoFocus={autoFocus}
      openOnFocus={false}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
      maxDropdownHeight={280}
      nothingFoundMessage={t('nothingFound')}
      data={[
        ...(vanished ? [{ value, label: t('condition.vanishedField', { field: value }) }] : []),
        ...byGroup(fields),
      ]}
      filter={({ options, search }) => found(options as Options, search)}
      value={value ?? null}
      onChange={id => {
        const field = id === null ? undefined : fields.get(id)
        if (field) onChange(field)
      }}
    />
  )
}

interface Option {
  value: string
  label: string
}
type Options = (Option | { group: string; items: Option[] })[]

function byGroup(fields: ReadonlyMap<string, DescribedField>): { group: string; items: Option[] }[] {
  const groups = Map.groupBy(fields.values(), field => field.groupLabel)
  return [...groups].map(([group, members]) => ({
    group,
    items: members.map(({ id, label }) => ({ value: id, label })),
  }))
}

function found(options: Options, search: string): Options {
  const wanted = foldText(search.trim())
  const finds = (label: string) => foldText(label).includes(wanted)
  return options.flatMap(option => {
    if (!('items' in option)) return finds(option.label) ? option : []
    const items = finds(option.group) ? option.items : option.items.filter(item => finds(item.label))
    return items.length > 0 ? { ...option, items } : []
  })
}
