import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CustomCategory,
  listCustomFields,
  orderCustomCategories,
} from '#features/custom-fields/custom-fields-api.ts'
import { call } from '#ui/api-client.ts'
import { queryOf } from '#ui/queries.ts'
import { Section } from '../section.tsx'
import { useOrdering } from '../use-ordering.ts'
import { CategoryCard } from './category-card.tsx'
import { CategoryDialog } from './category-dialog.tsx'
import { ConvertDialog } from './convert-dialog.tsx'
import { DeleteCategoryDialog, DeleteFieldDialog } from './delete-dialogs.tsx'
import { FieldDialog } from './field-dialog.tsx'
import type { Opened } from './opened.ts'

/** The fields that the firm adds to its clients, by category. */
export function CustomFieldsSection() {
  const { t } = useTranslation('customFields')
  const query = useQuery(queryOf(listCustomFields))
  const [opened, setOpened] = useState<Opened>()
  const categories = query.data?.categories ?? []
  return (
    <Section
      hint={t('hint')}
      query={query}
      action={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpened({ kind: 'category' })}
        >
          {t('addCategory')}
        </Button>
      }
    >
      {() => (
        <>
          {categories.length === 0 && <Text c="dimmed">{t('none')}</Text>}
          <Categories categories={categories} onOpen={setOpened} />
          {opened && (
            <OpenDialog opened={opened} categories={categories} onClose={() => setOpened(undefined)} />
          )}
        </>
      )}
    </Section>
  )
}

interface CategoriesProps {
  categories: readonly CustomCategory[]
  onOpen: (opened: Opened) => void
}

function Categories({ categories, onOpen }: CategoriesProps) {
  const { ordered, move } = useOrdering(categories, ids => call(orderCustomCategories, { body: { ids } }))
  return (
    <Stack gap="lg">
      {ordered.map((category, index) => (
        <CategoryCard
          key={category.id}
          category={category}
          index={index}
          count={ordered.length}
          onMove={by => move(index, by)}
          onOpen={onOpen}
        />
      ))}
    </Stack>
  )
}

interface OpenDialogProps {
  opened: Opened
  categories: readonly CustomCategory[]
  onClose: () => void
}

function OpenDialog({ opened, categories, onClose }: OpenDialogProps) {
  switch (opened.kind) {
    case 'category':
      return <CategoryDialog category={opened.category} onClose={onClose} />
    case 'deleteCategory':
      return <DeleteCategoryDialog category={opened.category} onClose={onClose} />
    case 'field':
      return (
        <FieldDialog
          category={opened.category}
          categories={categories}
          field={opened.field}
          onClose={onClose}
        />
      )
    case 'convert':
      return <ConvertDialog field={opened.field} onClose={onClose} />
    case 'deleteField':
      return <DeleteFieldDialog field={opened.field} onClose={onClose} />
  }
}
