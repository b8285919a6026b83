import { Button, Loader, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '#kernel/language.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { DiscardQuestion } from '../bulk-edit/discard-question.tsx'
import type { CellEditing } from '../editing/editability.ts'
import { focusFirstProblem } from '../panels/focus-first-problem.ts'
import { onEscape } from '../panels/keys.ts'
import classes from './adding.module.css'
import { FieldBox } from './field-box.tsx'
import { FoldedFields } from './folded-group.tsx'
import { KIND_FIELD } from './new-client-draft.ts'
import { sectionsToFill } from './sections-to-fill.ts'
import { type AddedClient, type NewClientForm, useNewClient } from './use-new-client.ts'

interface AddClientDialogProps {
  editing: CellEditing
  /** The portfolio whose tab is open. */
  portfolioId: number | undefined
  onAdded: (added: AddedClient) => void
  onClose: () => void
}

/** *Ajouter un client* (F26): its kind and its numbers first, and all the rest as far as it is known already. */
export function AddClientDialog({ editing, portfolioId, onAdded, onClose }: AddClientDialogProps) {
  const { t } = useTranslation('adding')
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const form = useNewClient(portfolioId, editing)
  const [isLeaving, setIsLeaving] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const { main, groups } = sectionsToFill(form.kind, editing)

  const add = async (isLast: boolean) => {
    if (form.isAdding) return
    const added = await form.add()
    if (!added) {
      if (element.current) focusFirstProblem(element.current)
      return
    }
    onAdded(added)
    if (isLast) return onClose()
    form.startNext()
    element.current?.querySelector<HTMLElement>('[data-field] input')?.focus()
  }
  const leave = () => {
    if (form.isAdding) return
    if (form.isFilledIn) setIsLeaving(true)
    else onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add(true)
  }
  const question = isLeaving && (
    <DiscardQuestion
      words={{ title: t('discardTitle'), told: t('discard'), keep: t('discardNo') }}
      onDiscard={onClose}
      onKeep={() => setIsLeaving(false)}
    />
  )
  return (
    <>
      <Dialog
        onClose={leave}
        closeOnEscape={false}
        onKeyDown={onEscape(leave)}
        size={680}
        centered
        fullScreen={isNarrow}
        title={t('title')}
        classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
      >
        <form ref={element} className={classes.form} noValidate onSubmit={submit}>
          <div className={classes.scrolled}>
            <KindChoice form={form} isNarrow={isNarrow} />
            <div className={classes.fields}>
              {main.map((field, place) => (
                <FieldBox key={field.id} field={field} form={form} isFirst={place === 0} />
              ))}
            </div>
            {groups.map(group => (
              <FoldedFields key={group.id} group={group} form={form} />
            ))}
          </div>
          <footer className={classes.foot}>
            <Standing form={form} />
            {form.isAdding && <Loader size="xs" aria-hidden />}
            <Button variant="default" disabled={form.isAdding} onClick={() => void add(false)}>
              {t('addAndNext')}
            </Button>
            <Button type="submit" disabled={form.isAdding}>
              {t('add')}
            </Button>
          </footer>
        </form>
      </Dialog>
      {question}
    </>
  )
}

function KindChoice({ form, isNarrow = false }: { form: NewClientForm; isNarrow: boolean | undefined }) {
  const language = useLanguage()
  const field = form.editing.fields.get(KIND_FIELD)
  if (!field) return null
  const kinds = (field.choices ?? []).map(({ value, label }) => ({
    value: String(value),
    label: inLanguage(label, language),
  }))
  return (
    <SegmentedControl
      className={classes.kinds ?? ''}
      aria-label={field.label}
      fullWidth
      size="xs"
      orientation={isNarrow ? 'vertical' : 'horizontal'}
      data={kinds}
      value={form.kind}
      onChange={kind => form.pick(KIND_FIELD, kind)}
    />
  )
}

/** What keeps the client from being added, or what is going on. */
function Standing({ form }: { form: NewClientForm }) {
  const { t } = useTranslation('adding')
  const { failure, isAsked, isAdding, reading } = form
  if (failure !== undefined) {
    return (
      <span role="alert" className={classes.failure}>
        {failure}
      </span>
    )
  }
  if (isAdding) return <span>{t('adding')}</span>
  const isWrong = isAsked && reading.problems.size > 0
  return (
    <span role={isWrong ? 'alert' : undefined} data-failed={isWrong || undefined}>
      {isWrong ? t('notYet') : t('mandatory')}
    </span>
  )
}
