import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberCheck } from '#features/change-sets/adding-api.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { UniqueField } from '#features/clients/unique-numbers.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { useProblemWords } from '../editing/problem-words.ts'
import classes from './adding.module.css'
import { holderAddress } from './holder-address.ts'
import type { NewClientForm } from './use-new-client.ts'

interface FieldNotesProps {
  field: DescribedField
  form: NewClientForm
}

/** The name of a field, and whether it must be filled in, or should be. */
export function FieldLabel({ id, field, form }: FieldNotesProps & { id: string }) {
  const { t } = useTranslation('adding')
  const { toComplete, suggested } = form.reading
  const isUntouched = !form.draft.texts.has(field.id) && !form.draft.picks.has(field.id)
  return (
    <div className={classes.label}>
      {/* The members of a set are picked in a box that names itself. */}
      <label htmlFor={familyOf(field) === 'set' ? undefined : id}>
        {field.label}
        {field.neverEmpty && (
          <span className={classes.mandatory} aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      {toComplete.has(field.id) && <span className={classes.toComplete}>{t('toComplete')}</span>}
      {suggested.has(field.id) && isUntouched && <span className={classes.suggested}>{t('suggested')}</span>}
    </div>
  )
}

/** What is wrong with a field, once it is time to say so. */
export function useFieldProblem({ id }: DescribedField, form: NewClientForm): ReactNode {
  const { t } = useTranslation('adding')
  const words = useProblemWords()
  const { reading, draft, checks, left, isAsked, refusals } = form
  const found = checks.found.get(id)
  if (found?.taken === 'yes') return <Taken field={id as UniqueField} found={found} />
  const problem = reading.problems.get(id)
  // That a box is still empty is told to those who want to go on, that a text is too long at once.
  const isDue =
    isAsked || problem?.problem === 'tooLong' || (left.has(id) && problem?.problem !== 'neverEmpty')
  if (problem && isDue) return words(problem.problem, problem.accepted)
  const isDoubtful = reading.doubtful.has(id) && !draft.kept.has(id) && !reading.suggested.has(id)
  if (isDoubtful && (checks.isSettled || isAsked)) return t('wrongCheckDigits')
  if (refusals.has(id)) return refusals.get(id)
  return undefined
}

/** Who has the number already, as far as this user may know. */
function Taken({ field, found }: { field: UniqueField; found: NumberCheck & { number: string } }) {
  const { t } = useTranslation('adding')
  const { holder, number } = found
  if (!holder) return t('takenOutOfSight')
  return (
    <>
      {t('taken')} {/* Beside this page, on which nothing that was typed is lost. */}
      <a
        href={holderAddress(field, number, holder.name)}
        target="_blank"
        rel="noreferrer"
        className={classes.holder}
      >
        {holder.name}
      </a>
    </>
  )
}

/** What can be decided about a number: to keep it although its check digits are wrong, or that it is one of the bin. */
export function KeepNumber({ field, form }: FieldNotesProps) {
  const { t } = useTranslation('adding')
  const { reading, draft, checks } = form
  const found = checks.found.get(field.id)
  const isDoubtful = reading.doubtful.has(field.id) && !reading.suggested.has(field.id)
  return (
    <>
      {isDoubtful && (checks.isSettled || draft.kept.has(field.id)) && (
        <Checkbox
          className={classes.keep ?? ''}
          size="xs"
          checked={draft.kept.has(field.id)}
          onChange={event => form.keep(field.id, event.currentTarget.checked)}
          label={t('keepInvalid')}
        />
      )}
      {found?.taken === 'inBin' && (
        <p className={classes.note} role="status">
          {t('inBin', { name: found.holder?.name ?? '' })}
        </p>
      )}
    </>
  )
}
