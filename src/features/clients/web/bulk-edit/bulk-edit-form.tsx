import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HeldValues, readValues } from '#features/change-sets/change-sets-api.ts'
import { mayManageLabels } from '#features/labels/label-rights.ts'
import { createLabel } from '#features/labels/labels-api.ts'
import { TAG_COLORS } from '#kernel/tag-colors.ts'
import { call } from '#ui/api-client.ts'
import { Failure } from '#ui/failure.tsx'
import { queryOf } from '#ui/queries.ts'
import type { FieldsById } from '../arrange-columns.ts'
import type { CellEditing } from '../editing/editability.ts'
import { type BulkDraft, LABELS_FIELD, withField, withLabel } from './bulk-draft.ts'
import classes from './bulk-edit.module.css'
import { type EditSection, isLabels } from './edit-sections.ts'
import { FieldEdit } from './field-edit.tsx'
import { LabelMarks } from './label-marks.tsx'

interface BulkEditFormProps {
  ids: readonly number[]
  sections: readonly EditSection[]
  fields: FieldsById
  draft: BulkDraft
  /** Fields whose value is missing although it was asked for. */
  incomplete: readonly string[]
  editing: CellEditing
  onChange: (change: (draft: BulkDraft) => BulkDraft) => void
  onLabelCreated: () => Promise<unknown>
}

/** The categories on the left, their fields on the right: only what is touched will be changed. */
export function BulkEditForm({ sections, ...props }: BulkEditFormProps) {
  const { t } = useTranslation('bulkEdit')
  const pane = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(sections[0]?.id)
  const { held, isUnknown, askAgain } = useHeldValues(props.ids, props.fields)
  const sectionOf = (id: string) => pane.current?.querySelector<HTMLElement>(`[data-section="${id}"]`)
  const goTo = (id: string) => {
    setCurrent(id)
    sectionOf(id)?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className={classes.panes}>
      <nav className={classes.categories} aria-label={t('categories')}>
        {sections.map(section => (
          <button
            key={section.id}
            type="button"
            className={classes.category}
            aria-current={section.id === current ? 'true' : undefined}
            onClick={() => goTo(section.id)}
          >
            {section.label}
            <Touched count={touchedIn(section, props.draft)} />
          </button>
        ))}
      </nav>
      <div ref={pane} className={classes.sections}>
        {isUnknown && <Failure message={t('valuesFailed')} onRetry={askAgain} />}
        {sections.map(section => (
          <section
            key={section.id}
            className={classes.section}
            data-section={section.id}
            aria-label={section.label}
            onFocus={() => setCurrent(section.id)}
          >
            <h3>{section.label}</h3>
            <SectionFields {...props} section={section} held={held} />
          </section>
        ))}
      </div>
    </div>
  )
}

function Touched({ count }: { count: number }) {
  const { t } = useTranslation('bulkEdit')
  if (count === 0) return null
  return (
    <span className={classes.badge} role="img" aria-label={t('touched', { count, number: count })}>
      {count}
    </span>
  )
}

const touchedIn = (section: EditSection, { fields, labels }: BulkDraft): number =>
  isLabels(section) ? labels.size : section.fields.filter(({ field }) => fields.has(field.id)).length

type Held = ReadonlyMap<string, HeldValues>

function SectionFields({
  section,
  held,
  ids,
  fields,
  draft,
  incomplete,
  editing,
  onChange,
  onLabelCreated,
}: Omit<BulkEditFormProps, 'sections'> & { section: EditSection; held: Held }) {
  const labels = fields.get(LABELS_FIELD)
  if (isLabels(section)) {
    if (!labels) return null
    return (
      <LabelMarks
        field={labels}
        clients={ids.length}
        held={held.get(LABELS_FIELD)}
        marks={draft.labels}
        mayManage={mayManageLabels(editing)}
        onMark={(label, mark) => onChange(current => withLabel(current, label, mark))}
        onCreate={async name => {
          const color = TAG_COLORS[(labels.choices?.length ?? 0) % TAG_COLORS.length] ?? 'teal'
          const { id } = await call(createLabel, { body: { name, color } })
          await onLabelCreated()
          return id
        }}
      />
    )
  }
  return section.fields.map(one => (
    <FieldEdit
      key={one.field.id}
      {...one}
      draft={draft.fields.get(one.field.id)}
      held={held.get(one.field.id)}
      isIncomplete={incomplete.includes(one.field.id)}
      editing={editing}
      onChange={next => onChange(current => withField(current, one.field.id, next))}
    />
  ))
}

/** What the clients have now in every field, once it is known; the form does not wait for it. */
function useHeldValues(ids: readonly number[], fields: FieldsById) {
  const { data, isError, refetch } = useQuery({
    ...queryOf(readValues, { body: { ids: [...ids], fields: [...fields.keys()] } }),
    staleTime: 0,
    gcTime: 0,
  })
  const held: Held = new Map(data?.fields.map(one => [one.field, one]))
  return { held, isUnknown: isError && !data, askAgain: () => void refetch() }
}
