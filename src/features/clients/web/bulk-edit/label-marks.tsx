import { Anchor, Button, TextInput } from '@mantine/core'
import { IconCheck, IconMinus, IconSearch, IconSquareFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldValues } from '#features/change-sets/change-sets-api.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { foldText } from '#kernel/text.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { LabelMark } from './bulk-draft.ts'
import classes from './bulk-edit.module.css'
import { LabelTag } from './label-tag.tsx'

interface LabelMarksProps {
  /** The field of labels, whose choices they are. */
  field: DescribedField
  clients: number
  held: HeldValues | undefined
  marks: ReadonlyMap<number, LabelMark>
  /** Whether renaming, merging and the like is for this user. */
  mayManage: boolean
  onMark: (label: number, mark: LabelMark | undefined) => void
  /** Creates a label and answers its id; throws what keeps it from being created. */
  onCreate: (name: string) => Promise<number>
}

const SEARCH_FROM = 8

/**
 * Every label with one of four marks (F48–F51): on all, on some and left alone, on none, or to be taken off. Pressing one
 * goes through what can be done with it.
 */
export function LabelMarks({ field, clients, held, marks, mayManage, onMark, onCreate }: LabelMarksProps) {
  const { t } = useTranslation('bulkEdit')
  const [query, setQuery] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isCreating, setIsCreating] = useState(false)
  const labels = (field.choices ?? []).map(({ value, label, color }) => ({
    id: Number(value),
    label,
    color,
    on: held && (held.values.find(one => one.value === value)?.count ?? 0),
  }))
  const wanted = foldText(query.trim())
  const found = labels.filter(({ label }) => foldText(label).includes(wanted))
  const isNew = wanted !== '' && !labels.some(({ label }) => foldText(label) === wanted)
  const create = async () => {
    setFailure(undefined)
    setIsCreating(true)
    try {
      onMark(await onCreate(query.trim()), 'add')
      setQuery('')
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setIsCreating(false)
    }
  }
  return (
    <>
      <TextInput
        size="xs"
        mb="xs"
        aria-label={t('searchLabels')}
        placeholder={t('searchLabels')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
        error={failure}
      />
      <div className={classes.labels} data-long={labels.length > SEARCH_FROM || undefined}>
        {found.map(label => (
          <MarkedLabel
            key={label.id}
            {...label}
            clients={clients}
            mark={marks.get(label.id)}
            onMark={mark => onMark(label.id, mark)}
          />
        ))}
        {found.length === 0 && !isNew && <p className={classes.held}>{t('noLabel')}</p>}
      </div>
      {isNew && (
        <Button variant="subtle" size="compact-sm" loading={isCreating} onClick={() => void create()}>
          + {t('createLabel', { name: query.trim() })}
        </Button>
      )}
      {mayManage && (
        // What is filled in here stays as it is meanwhile.
        <Anchor href="/parametres/labels" target="_blank" rel="noreferrer" size="xs" mt="xs">
          {t('manageLabels')} ↗
        </Anchor>
      )}
    </>
  )
}

interface MarkedLabelProps {
  label: string
  color: string | undefined
  /** Clients that have it now, once that is known. */
  on: number | undefined
  clients: number
  mark: LabelMark | undefined
  onMark: (mark: LabelMark | undefined) => void
}

function MarkedLabel({ label, color, on, clients, mark, onMark }: MarkedLabelProps) {
  const { t } = useTranslation('bulkEdit')
  const language = useLanguage()
  const state = stateOf(mark, on, clients)
  const numbers = { number: formatCount(clients, language), some: formatCount(on ?? 0, language) }
  const told = {
    add: t('label.willBeOnAll', numbers),
    remove: t('label.willBeRemoved', numbers),
    all: t('label.onAll', numbers),
    some: t('label.onSome', numbers),
    none: t('label.onNone', numbers),
    unknown: '',
  }[state]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a checkbox of HTML has two states that can be pressed
    <button
      type="button"
      className={classes.label}
      role="checkbox"
      aria-checked={CHECKED[state]}
      aria-label={told === '' ? label : `${label}, ${told}`}
      onClick={() => onMark(nextMark(mark, on, clients))}
    >
      <span className={classes.mark} data-state={state} aria-hidden>
        {MARKS[state]}
      </span>
      <LabelTag label={label} color={color} isStruck={state === 'remove'} />
      <span className={classes.told}>{told}</span>
    </button>
  )
}

type MarkState = 'add' | 'remove' | 'all' | 'some' | 'none' | 'unknown'

const CHECKED: Readonly<Record<MarkState, 'true' | 'false' | 'mixed'>> = {
  add: 'true',
  all: 'true',
  some: 'mixed',
  remove: 'false',
  none: 'false',
  unknown: 'mixed',
}

const MARKS = {
  add: <IconCheck size={12} stroke={3} />,
  all: <IconCheck size={12} stroke={3} />,
  some: <IconSquareFilled size={7} />,
  remove: <IconMinus size={12} stroke={3} />,
  none: null,
  unknown: null,
}

function stateOf(mark: LabelMark | undefined, on: number | undefined, clients: number): MarkState {
  if (mark || on === undefined) return mark ?? 'unknown'
  return on === 0 ? 'none' : on === clients ? 'all' : 'some'
}

/** From left alone to put on, taken off, and left alone again, passing over what would change nothing. */
function nextMark(
  mark: LabelMark | undefined,
  on: number | undefined,
  clients: number,
): LabelMark | undefined {
  if (mark === undefined) return on === clients ? 'remove' : 'add'
  return mark === 'add' && on !== 0 ? 'remove' : undefined
}
