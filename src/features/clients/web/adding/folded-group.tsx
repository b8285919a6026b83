import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './adding.module.css'
import { FieldBox } from './field-box.tsx'
import type { FoldedGroup } from './sections-to-fill.ts'
import type { NewClientForm } from './use-new-client.ts'

/** The fields of a group, unfolded on demand, or when one of them has to be looked at. */
export function FoldedFields({ group, form }: { group: FoldedGroup; form: NewClientForm }) {
  const { t } = useTranslation(['adding', 'editing'])
  const id = useId()
  const [isUnfolded, setIsUnfolded] = useState(false)
  const { reading, isAsked, refusals } = form
  const isWrong = group.fields.some(field => refusals.has(field.id) || (isAsked && isWrongIn(field.id, form)))
  const isOpen = isUnfolded || isWrong
  const count = group.fields.filter(field => reading.toComplete.has(field.id)).length
  return (
    <section className={classes.group}>
      <h3>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-disabled={group.barred !== undefined}
          onClick={() => group.barred === undefined && setIsUnfolded(!isOpen)}
        >
          <IconChevronRight size={14} aria-hidden className={classes.chevron} />
          {group.label}
          <span className={classes.told}>
            {group.barred
              ? t(`editing:notEditable.${group.barred}`)
              : count > 0 && t('toCompleteCount', { count })}
          </span>
        </button>
      </h3>
      <div id={id} className={classes.fields} hidden={!isOpen}>
        {isOpen && group.fields.map(field => <FieldBox key={field.id} field={field} form={form} />)}
      </div>
    </section>
  )
}

const isWrongIn = (field: string, { reading, draft, checks }: NewClientForm): boolean =>
  reading.problems.has(field) ||
  checks.found.get(field)?.taken === 'yes' ||
  (reading.doubtful.has(field) && !draft.kept.has(field) && !reading.suggested.has(field))
