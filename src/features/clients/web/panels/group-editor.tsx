import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { MAX_FILTER_DEPTH } from '#kernel/filters/filter.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { firstCondition } from './edit-condition.ts'
import { FieldSelect } from './field-select.tsx'
import {
  type Draft,
  type DraftCondition,
  type DraftGroup,
  isDraftGroup,
  newDraftCondition,
  newDraftGroup,
  type Quantifier,
} from './filter-draft.ts'
import classes from './filter-panel.module.css'

const QUANTIFIERS: readonly Quantifier[] = ['all', 'any', 'none']

interface Shared {
  fields: ReadonlyMap<string, DescribedField>
  /** Changes a part, or takes it out when `change` answers nothing. */
  onChange(key: number, change: (draft: Draft) => Draft | undefined): void
  problemOf(condition: DraftCondition): string | undefined
}

export interface GroupEditorProps extends Shared {
  group: DraftGroup
  /** 1 for the outermost group. */
  level: number
}

/** A group of conditions, of which all, at least one or none has to be met; groups can stand in groups. */
export function GroupEditor({ group, level, ...shared }: GroupEditorProps) {
  const { t } = useTranslation('panels')
  const addButton = useRef<HTMLButtonElement>(null)
  const add = (part: Draft) => shared.onChange(group.key, () => ({ ...group, parts: [...group.parts, part] }))
  const remove = (key: number) => {
    shared.onChange(key, () => undefined)
    addButton.current?.focus()
  }

  return (
    <fieldset
      className={`${classes.group} ${level > 1 ? classes.nested : ''}`}
      aria-label={t(`filterPanel.quantifier.${group.quantifier}`)}
    >
      <Group gap="xs" wrap="nowrap">
        <NativeSelect
          aria-label={t('filterPanel.keepClients')}
          {...(level === 1 ? { 'data-autofocus': true } : {})}
          size="xs"
          value={group.quantifier}
          onChange={event => {
            const quantifier = event.currentTarget.value as Quantifier
            shared.onChange(group.key, () => ({ ...group, quantifier }))
          }}
          data={QUANTIFIERS.map(value => ({ value, label: t(`filterPanel.quantifier.${value}`) }))}
        />
        {level > 1 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            ml="auto"
            aria-label={t('filterPanel.removeGroup')}
            onClick={() => shared.onChange(group.key, () => undefined)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </Group>
      {group.parts.map(part =>
        isDraftGroup(part) ? (
          <GroupEditor key={part.key} group={part} level={level + 1} {...shared} />
        ) : (
          <ConditionRow key={part.key} draft={part} onRemove={() => remove(part.key)} {...shared} />
        ),
      )}
      {group.parts.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('filterPanel.emptyGroup')}
        </Text>
      )}
      <Group gap={4}>
        <Button
          ref={addButton}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          onClick={() => add(newDraftCondition())}
        >
          {t('condition.add')}
        </Button>
        {level < MAX_FILTER_DEPTH && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={13} />}
            onClick={() => add(newDraftGroup('any', [newDraftCondition()]))}
          >
            {t('filterPanel.addGroup')}
          </Button>
        )}
      </Group>
    </fieldset>
  )
}

function ConditionRow({
  draft,
  fields,
  onChange,
  onRemove,
  problemOf,
}: Shared & { draft: DraftCondition; onRemove(): void }) {
  const { t } = useTranslation('panels')
  const { condition } = draft
  const field = condition && fields.get(condition.field)
  const problem = problemOf(draft)
  return (
    <div className={classes.condition}>
      <FieldSelect
        fields={fields}
        value={condition?.field}
        autoFocus={!condition}
        onChange={chosen => onChange(draft.key, () => ({ ...draft, condition: firstCondition(chosen) }))}
      />
      {condition && field && (
        <ConditionEditor
          field={field}
          condition={condition}
          onChange={changed => onChange(draft.key, () => ({ ...draft, condition: changed }))}
          problem={problem}
        />
      )}
      {condition && !field && (
        <Text size="xs" c="red" flex={1} py={6}>
          {problem}
        </Text>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        ml="auto"
        aria-label={t('condition.remove')}
        onClick={onRemove}
      >
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
