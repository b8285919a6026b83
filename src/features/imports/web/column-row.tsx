import { Badge, Group, Select, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportMapping, ImportSheet } from '../imports-api.ts'
import { isTwice, targetOf, withTarget } from './column-mapping.ts'
import classes from './import-dialog.module.css'
import type { TargetOptions } from './target-options.ts'

interface ColumnRowProps {
  column: ImportSheet['columns'][number]
  mapping: ImportMapping
  options: readonly TargetOptions[]
  onChange: (mapping: ImportMapping) => void
}

/** A column of the file, some of what it holds, and what it fills. */
export function ColumnRow({ column, mapping, options, onChange }: ColumnRowProps) {
  const { t } = useTranslation('imports')
  const target = targetOf(mapping, column.column)
  const name = column.name || t('columns.untitled')
  const samples = column.samples.join(' · ')
  return (
    <Table.Tr>
      <Table.Td className={classes.letters}>{column.letters}</Table.Td>
      <Table.Td>
        <span className={column.name ? classes.name : classes.untitled}>{name}</span>
      </Table.Td>
      <Table.Td className={classes.samples} title={samples}>
        {samples}
      </Table.Td>
      <Table.Td className={classes.target}>
        <Group gap="xs" wrap="nowrap">
          <Select
            aria-label={`${t('columns.target')} : ${name}`}
            flex={1}
            searchable
            clearable
            placeholder={t('columns.ignored')}
            data={options.map(({ group, items }) => ({ group, items: [...items] }))}
            value={target}
            onChange={chosen => onChange(withTarget(mapping, column.column, chosen))}
            error={isTwice(mapping, target)}
            maxDropdownHeight={300}
          />
          <div className={classes.guessed}>
            {target !== null && target === column.target && (
              <Badge variant="light" color="teal" size="sm" tt="none">
                {t('columns.guessed')}
              </Badge>
            )}
          </div>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
