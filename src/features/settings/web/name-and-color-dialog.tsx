import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offeredColor, TAG_COLORS, type TagColor } from '#kernel/tag-colors.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ColorChoice } from './color-choice.tsx'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

interface NameAndColor {
  name: string
  color: TagColor
}

interface NameAndColorDialogProps {
  title: string
  /** What is changed; nothing when something is added. */
  edited: { name: string; color: string } | undefined
  send: (entries: NameAndColor) => Promise<void>
  onSaved: () => void
  onClose: () => void
}

/** Names and colours a label or a portfolio. */
export function NameAndColorDialog({ title, edited, send, onSaved, onClose }: NameAndColorDialogProps) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState(edited?.name ?? '')
  const [color, setColor] = useState(edited ? offeredColor(edited.color) : TAG_COLORS[0])
  const [complains, setComplains] = useState(false)
  const saving = useSaving(send, { told: onSaved })
  const isMissing = name.trim() === ''
  const submit = () => {
    setComplains(true)
    if (!isMissing) saving.mutate({ name: name.trim(), color })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <SettingsForm
        submitLabel={edited ? t('save') : t('add')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={['name']}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          data-autofocus
          required
          label={t('name')}
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={event => {
            setName(event.currentTarget.value)
            saving.reset()
          }}
          error={complains && isMissing ? t('nameMissing') : refusalOf(saving.error, 'name')}
        />
        <ColorChoice value={color} onChange={setColor} />
      </SettingsForm>
    </Dialog>
  )
}
