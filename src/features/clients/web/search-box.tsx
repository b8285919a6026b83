import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list-toolbar.module.css'

export interface SearchBoxProps {
  typed: string
  onType: (text: string) => void
  /** The user goes down into the list. */
  onEnterList: () => void
  ref?: Ref<HTMLInputElement> | undefined
}

/** Looks for clients as one types (F25); Escape clears it, ↓ goes on to the list. */
export function SearchBox({ typed, onType, onEnterList, ref }: SearchBoxProps) {
  const { t } = useTranslation('clients')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== '') onType('')
    else if (event.key === 'ArrowDown') onEnterList()
    else return
    event.preventDefault()
  }
  return (
    <TextInput
      ref={ref ?? null}
      className={classes.search}
      type="search"
      enterKeyHint="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      aria-label={t('toolbar.search')}
      aria-keyshortcuts="/"
      placeholder={t('toolbar.searchHint')}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton size="sm" aria-label={t('toolbar.clearSearch')} onClick={() => onType('')} />
        )
      }
      value={typed}
      onChange={event => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
