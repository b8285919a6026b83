import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus, IconSettings, IconTransform, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CLIENT_KINDS } from '#features/clients/client-choices.ts'
import { conversionsOf } from '#features/custom-fields/conversions.ts'
import {
  type CustomCategory,
  type CustomField,
  orderCustomFields,
} from '#features/custom-fields/custom-fields-api.ts'
import { LEGAL_FORMS } from '#kernel/belgium/legal-forms.ts'
import { inEveryLanguage, inLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { MoveButtons, RowActions } from '../row-actions.tsx'
import settings from '../settings.module.css'
import { useOrdering } from '../use-ordering.ts'
import { readCriteria } from './criteria.ts'
import styles from './custom-fields.module.css'
import type { Opened } from './opened.ts'

interface CategoryCardProps {
  category: CustomCategory
  index: number
  count: number
  onMove: (by: -1 | 1) => void
  onOpen: (opened: Opened) => void
}

/** A category: what it is called, whose its fields are, and the fields in their order. */
export function CategoryCard({ category, index, count, onMove, onOpen }: CategoryCardProps) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const name = inEveryLanguage(category.name)[language]
  const whose = useWhose(category)
  const { ordered, move } = useOrdering(category.fields, ids =>
    call(orderCustomFields, { params: { id: category.id }, body: { ids } }),
  )
  return (
    <section className={styles.category} aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="sm" className={styles.head ?? ''}>
        <div>
          <Group gap="xs">
            <Title order={2} size="h5">
              {name}
            </Title>
            {!category.isListed && (
              <Badge variant="light" color="gray">
                {t('notListed')}
              </Badge>
            )}
            {whose !== '' && (
              <Badge variant="light" className={styles.whose ?? ''}>
                {whose}
              </Badge>
            )}
          </Group>
          {category.description !== '' && (
            <Text size="sm" c="dimmed">
              {category.description}
            </Text>
          )}
        </div>
        <Group gap={2} wrap="nowrap">
          <MoveButtons name={name} index={index} count={count} onMove={onMove} />
          <ActionIcon
            size={30}
            aria-label={t('settingsOf', { name })}
            onClick={() => onOpen({ kind: 'category', category })}
          >
            <IconSettings size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
          <RowActions
            name={name}
            actions={[
              {
                label: t('deleteCategory.open'),
                icon: IconTrash,
                isDangerous: true,
                run: () => onOpen({ kind: 'deleteCategory', category }),
              },
            ]}
          />
        </Group>
      </Group>
      {ordered.length > 0 && (
        <FieldTable category={category} fields={ordered} onMove={move} onOpen={onOpen} />
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        m="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onOpen({ kind: 'field', category })}
      >
        {t('addField')}
      </Button>
    </section>
  )
}

interface FieldTableProps {
  category: CustomCategory
  fields: readonly CustomField[]
  onMove: (index: number, by: -1 | 1) => void
  onOpen: (opened: Opened) => void
}

function FieldTable({ category, fields, onMove, onOpen }: FieldTableProps) {
  const { t } = useTranslation(['customFields', 'settings'])
  const language = useLanguage()
  return (
    <div className={styles.scroller}>
      <table className={`${settings.table} ${styles.fields}`}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('required')}</th>
            <th scope="col">{t('optionList')}</th>
            <th scope="col" className={settings.narrow} aria-label={t('settings:actions')} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => {
            const name = inEveryLanguage(field.name)[language]
            return (
              <tr key={field.id}>
                <th scope="row">{name}</th>
                <td>{t(`kinds.${field.kind}`)}</td>
                <td>{field.required ? t('yes') : ''}</td>
                <td className={styles.options}>
                  {field.options.map(option => inEveryLanguage(option.name)[language]).join(', ')}
                </td>
                <td className={settings.narrow}>
                  <MoveButtons
                    name={name}
                    index={index}
                    count={fields.length}
                    onMove={by => onMove(index, by)}
                  />
                  <RowActions
                    name={name}
                    actions={[
                      {
                        label: t('settings:edit'),
                        icon: IconPencil,
                        run: () => onOpen({ kind: 'field', category, field }),
                      },
                      {
                        label: t('convert.open'),
                        icon: IconTransform,
                        reason: conversionsOf(field.kind).length === 0 ? t('convert.none') : undefined,
                        run: () => onOpen({ kind: 'convert', field }),
                      },
                      {
                        label: t('settings:remove'),
                        icon: IconTrash,
                        isDangerous: true,
                        run: () => onOpen({ kind: 'deleteField', field }),
                      },
                    ]}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Whose the fields of a category are, in a few words; nothing when they are everybody's. */
function useWhose({ criteria }: CustomCategory): string {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const read = readCriteria(criteria)
  if (!read) return t('criteria.filtered')
  const kinds = CLIENT_KINDS.filter(({ value }) => read.kinds.includes(value))
  const forms = LEGAL_FORMS.filter(({ value }) => read.legalForms.includes(String(value)))
  return [
    kinds.map(({ label }) => inLanguage(label, language)).join(', '),
    forms.map(({ short, label }) => inLanguage(short ?? label, language)).join(', '),
  ]
    .filter(text => text !== '')
    .join(' · ')
}
