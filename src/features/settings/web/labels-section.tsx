import { Button, Select, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowMerge, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CountedLabel,
  changeLabel,
  createLabel,
  deleteLabel,
  listLabels,
  mergeLabel,
} from '#features/labels/labels-api.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { ColorDot } from './color-choice.tsx'
import { NameAndColorDialog } from './name-and-color-dialog.tsx'
import { RowActions } from './row-actions.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { SettingsForm } from './settings-form.tsx'
import { useNoticeWithUndo } from './use-notice-with-undo.ts'
import { useSaving } from './use-saving.ts'

type Opened = { kind: 'edit'; label?: CountedLabel } | { kind: 'merge' | 'remove'; label: CountedLabel }

const SEARCHED_FROM = 12

/** The labels of the firm. */
export function LabelsSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(listLabels))
  const [opened, setOpened] = useState<Opened>()
  const labels = query.data?.labels ?? []
  const close = () => setOpened(undefined)
  return (
    <Section
      title={t('sections.labels')}
      hint={t('labels.hint')}
      query={query}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind: 'edit' })}>
          {t('labels.add')}
        </Button>
      }
    >
      {() => (
        <>
          {labels.length === 0 && <Text c="dimmed">{t('labels.none')}</Text>}
          {labels.length > 0 && <LabelTable labels={labels} onOpen={setOpened} />}
          {opened?.kind === 'edit' && <EditLabel label={opened.label} onClose={close} />}
          {opened?.kind === 'merge' && (
            <MergeLabel
              label={opened.label}
              others={labels.filter(({ id }) => id !== opened.label.id)}
              onClose={close}
            />
          )}
          {opened?.kind === 'remove' && <RemoveLabel label={opened.label} onClose={close} />}
        </>
      )}
    </Section>
  )
}

interface LabelTableProps {
  labels: readonly CountedLabel[]
  onOpen: (opened: Opened) => void
}

function LabelTable({ labels, onOpen }: LabelTableProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const found = labels.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const reason = labels.length < 2 ? t('labels.onlyOne') : undefined
  return (
    <>
      {labels.length >= SEARCHED_FROM && (
        <TextInput
          maw={300}
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <Text c="dimmed">{t('nothingFound', { text })}</Text>}
      {found.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className={styles.number}>
                  {t('clients')}
                </th>
                <th scope="col" className={styles.narrow} aria-label={t('actions')} />
              </tr>
            </thead>
            <tbody>
              {found.map(label => (
                <tr key={label.id}>
                  <th scope="row">
                    <span className={styles.named}>
                      <ColorDot color={label.color} />
                      {label.name}
                    </span>
                  </th>
                  <td className={styles.number}>{formatCount(label.clients, language)}</td>
                  <td className={styles.narrow}>
                    <RowActions
                      name={label.name}
                      actions={[
                        { label: t('edit'), icon: IconPencil, run: () => onOpen({ kind: 'edit', label }) },
                        {
                          label: t('merge'),
                          icon: IconArrowMerge,
                          reason,
                          run: () => onOpen({ kind: 'merge', label }),
                        },
                        {
                          label: t('remove'),
                          icon: IconTrash,
                          isDangerous: true,
                          run: () => onOpen({ kind: 'remove', label }),
                        },
                      ]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function EditLabel({ label, onClose }: { label: CountedLabel | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <NameAndColorDialog
      title={label ? t('labels.edit') : t('labels.add')}
      edited={label}
      send={async body => {
        if (label) await call(changeLabel, { params: { id: label.id }, body })
        else await call(createLabel, { body })
      }}
      onSaved={() => {
        notifications.show({ message: t('saved') })
        onClose()
      }}
      onClose={onClose}
    />
  )
}

interface MergeLabelProps {
  label: CountedLabel
  others: readonly CountedLabel[]
  onClose: () => void
}

function MergeLabel({ label, others, onClose }: MergeLabelProps) {
  const { t } = useTranslation('settings')
  const { id, name } = label
  const tell = useNoticeWithUndo()
  const [into, setInto] = useState<string | null>(null)
  const [complains, setComplains] = useState(false)
  const target = others.find(other => String(other.id) === into)
  const merging = useSaving(
    (to: CountedLabel) => call(mergeLabel, { params: { id }, body: { into: to.id } }),
    {
      told: ({ changeSet }, to) => {
        tell(t('labels.merged', { name, into: to.name }), changeSet)
        onClose()
      },
    },
  )
  return (
    <Dialog title={t('labels.mergeTitle', { name })} onClose={onClose}>
      <SettingsForm
        submitLabel={t('labels.mergeConfirm')}
        isPending={merging.isPending}
        error={merging.error}
        onSubmit={() => {
          setComplains(!target)
          if (target) merging.mutate(target)
        }}
        onClose={onClose}
      >
        <Text>
          {t('labels.mergeHint', { name })} {t('labels.canBeUndone')}
        </Text>
        <Select
          data-autofocus
          required
          searchable
          label={t('labels.into')}
          placeholder={t('choose')}
          error={complains && !target && t('choose')}
          value={into}
          data={others.map(other => ({ value: String(other.id), label: other.name }))}
          onChange={setInto}
        />
      </SettingsForm>
    </Dialog>
  )
}

function RemoveLabel({ label, onClose }: { label: CountedLabel; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { id, name, clients: count } = label
  const tell = useNoticeWithUndo()
  const removing = useSaving(() => call(deleteLabel, { params: { id } }), {
    told: ({ changeSet }) => {
      tell(t('labels.removed', { name }), changeSet)
      onClose()
    },
  })
  return (
    <Dialog title={t('labels.removeTitle', { name })} onClose={onClose}>
      <SettingsForm
        submitLabel={t('labels.removeConfirm')}
        isDangerous
        isPending={removing.isPending}
        error={removing.error}
        onSubmit={() => removing.mutate(undefined)}
        onClose={onClose}
      >
        <Text>
          {t('labels.removeHint', { count, number: formatCount(count, language) })} {t('labels.canBeUndone')}
        </Text>
      </SettingsForm>
    </Dialog>
  )
}
