import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconRotate, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#kernel/language.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { MoveButtons } from '../row-actions.tsx'
import styles from './custom-fields.module.css'
import { type OptionDraft, optionName, renamed, withNames } from './option-drafts.ts'

interface OptionsEditorProps {
  options: readonly OptionDraft[]
  /** How many clients have each, by id, once that is known. */
  counts: ReadonlyMap<number, number>
  problem: string | undefined
  /** What is typed of a new one that is not added yet. */
  typed: string
  onType: (typed: string) => void
  onChange: (options: readonly OptionDraft[]) => void
}

/** What a field can be, in order; several can be added at once by pasting them. */
export function OptionsEditor({ options, counts, problem, typed, onType, onChange }: OptionsEditorProps) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const add = (text: string) => {
    onChange(withNames(options, text, language))
    onType('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    add(typed)
  }
  const move = (index: number, by: -1 | 1) => {
    const next = [...options]
    const [moved] = next.splice(index, 1)
    if (moved) next.splice(index + by, 0, moved)
    onChange(next)
  }
  return (
    <Stack gap="xs" role="group" aria-label={t('optionList')}>
      <Text size="sm" fw={600}>
        {t('optionList')}
      </Text>
      <div className={styles.optionRows}>
        <Stack gap={4}>
          {options.map((option, index) => (
            <OptionRow
              key={option.key}
              option={option}
              language={language}
              clients={counts.get(option.id ?? 0)}
              index={index}
              count={options.length}
              onMove={by => move(index, by)}
              onChange={next =>
                onChange(options.flatMap(one => (one.key === option.key ? (next ?? []) : one)))
              }
            />
          ))}
        </Stack>
      </div>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          aria-label={t('newOption')}
          placeholder={t('newOptionHint')}
          maxLength={4_000}
          value={typed}
          onChange={event => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={event => {
            const text = event.clipboardData.getData('text/plain')
            if (!/[\n;]/.test(text.trim())) return
            event.preventDefault()
            add(text)
          }}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={typed.trim() === ''}
          onClick={() => add(typed)}
        >
          {t('addOption')}
        </Button>
      </Group>
      {problem !== undefined && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  )
}

interface OptionRowProps {
  option: OptionDraft
  language: Language
  clients: number | undefined
  index: number
  count: number
  onMove: (by: -1 | 1) => void
  /** With nothing, it is gone: a new one that nobody has. */
  onChange: (option: OptionDraft | undefined) => void
}

function OptionRow({ option, language, clients, index, count, onMove, onChange }: OptionRowProps) {
  const { t } = useTranslation('customFields')
  const name = optionName(option, language)
  const isNew = option.id === undefined
  const toggle = () => onChange(isNew ? undefined : { ...option, isRemoved: !option.isRemoved })
  return (
    <div className={styles.optionRow} data-removed={option.isRemoved || undefined}>
      <TextInput
        flex={1}
        size="xs"
        aria-label={t('optionName', { name })}
        maxLength={80}
        disabled={option.isRemoved ?? false}
        value={option.names[language]}
        placeholder={name}
        onChange={event => onChange(renamed(option, language, event.currentTarget.value))}
      />
      {option.isRemoved && clients !== undefined && clients > 0 && (
        <Text size="xs" c="red">
          {t('optionGoes', { count: clients, number: formatCount(clients, language) })}
        </Text>
      )}
      <MoveButtons name={name} index={index} count={count} onMove={onMove} />
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={option.isRemoved ? t('keepOption', { name }) : t('removeOption', { name })}
        onClick={toggle}
      >
        {option.isRemoved ? <IconRotate size={15} aria-hidden /> : <IconX size={15} aria-hidden />}
      </ActionIcon>
    </div>
  )
}
