import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The box in which several values are picked, whatever offers them. */
export function PickedSelect({ value = [], ...props }: MultiSelectProps) {
  const { t } = useTranslation('panels')
  return (
    <MultiSelect
      size="xs"
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
      styles={{ inputField: { minWidth: 60 } }}
      searchable
      value={value}
      placeholder={value.length === 0 ? t('value.pick') : ''}
      nothingFoundMessage={t('nothingFound')}
      maxDropdownHeight={240}
      {...props}
    />
  )
}
