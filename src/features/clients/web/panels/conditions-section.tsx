import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { ConditionEditor } from './condition-editor.tsx'
import type { DraftCondition } from './filter-draft.ts'

export interface ConditionsSectionProps {
  field: DescribedField
  conditions: readonly DraftCondition[]
  onChange(conditions: readonly DraftCondition[]): void
  onAdd(): void
  problemOf(condition: DraftCondition): string | undefined
}

/** The conditions on one column; a client has to meet all of them. */
export function ConditionsSection({ field, conditions, onChange, onAdd, problemOf }: ConditionsSectionProps) {
  const { t } = useTranslation('panels')
  return (
    <Stack gap="xs">
      {conditions.map((draft, index) => (
        <Stack key={draft.key} gap={6}>
          {index > 0 && (
            <Text size="xs" c="dimmed">
              {t('condition.and')}
            </Text>
          )}
          <Group gap={6} wrap="nowrap" align="flex-start">
            {draft.condition && (
              <ConditionEditor
                field={field}
                condition={draft.condition}
                onChange={condition =>
                  onChange(conditions.map(one => (one.key === draft.key ? { ...one, condition } : one)))
                }
                problem={problemOf(draft)}
              />
            )}
            {conditions.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('condition.remove')}
                onClick={() => onChange(conditions.filter(one => one.key !== draft.key))}
              >
                <IconX size={15} />
              </ActionIcon>
            )}
          </Group>
        </Stack>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        onClick={onAdd}
        mr="auto"
      >
        {t('condition.add')}
      </Button>
    </Stack>
  )
}
