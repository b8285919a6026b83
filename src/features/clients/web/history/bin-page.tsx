import { Button, CloseButton, Loader, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChangeField, mayEraseClients } from '#features/change-sets/change-rights.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { getMe, type Me } from '#features/sign-in/sign-in-api.ts'
import { belgianDay } from '#kernel/day.ts'
import { formatDay } from '#kernel/fields/field-kinds.ts'
import { Failure } from '#ui/failure.tsx'
import { formatCount } from '#ui/format.ts'
import { GreyableButton } from '#ui/greyable-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { queryOf } from '#ui/queries.ts'
import classes from './bin.module.css'
import { BinTable } from './bin-table.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { NotRestoredDialog } from './not-restored-dialog.tsx'
import { useBin } from './use-bin.ts'
import { useBinActions } from './use-bin-actions.ts'
import { usePickedClients } from './use-picked-clients.ts'

/** The clients in the bin: brought back, or deleted for good (F29). */
export function BinPage() {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const { user } = useSuspenseQuery(queryOf(getMe)).data
  usePageTitle(t('bin.title'))
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const bin = useBin(search)
  const picked = usePickedClients(bin)
  const [isErasing, setIsErasing] = useState(false)
  const actions = useBinActions(() => {
    picked.clear()
    setIsErasing(false)
  })
  const { erasable, whyNotErase, whyNotRestore } = useBinRights(user, picked.clients)
  const { clients } = bin
  const ids = picked.clients.map(({ id }) => id)
  const count = ids.length
  return (
    <div className={classes.page}>
      <p className={classes.hint}>{t('bin.hint')}</p>
      <div className={classes.bar}>
        <SearchBin typed={typed} onType={setTyped} />
        <GreyableButton
          variant="default"
          reason={whyNotRestore}
          loading={actions.restoring.isPending}
          onClick={() => actions.restoring.mutate(ids)}
        >
          {t('bin.restore')}
        </GreyableButton>
        <GreyableButton
          variant="default"
          reason={whyNotErase}
          onClick={() => {
            actions.erasing.reset()
            setIsErasing(true)
          }}
        >
          {t('bin.erase')}
        </GreyableButton>
        <span role="status" className={classes.selected}>
          {count > 0 && t('bin.selected', { count, number: formatCount(count, language) })}
        </span>
      </div>
      <div className={classes.content} aria-busy={bin.isPending || bin.isPlaceholderData}>
        {bin.error && <Failure message={bin.error.message} onRetry={() => void bin.refetch()} />}
        {bin.isPending && <Loader size="sm" m="md" aria-label={t('bin.loading')} />}
        {clients?.length === 0 && (
          <p className={classes.none} role="status">
            {search === '' ? t('bin.empty') : t('bin.nothingFound', { text: search })}
          </p>
        )}
        {clients && clients.length > 0 && <BinTable clients={clients} picked={picked} />}
        {bin.hasNextPage && (
          <Button variant="default" loading={bin.isFetchingNextPage} onClick={() => void bin.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {isErasing && (
        <EraseDialog
          clients={erasable}
          kept={count - erasable.length}
          isErasing={actions.erasing.isPending}
          failure={actions.erasing.error?.message}
          onErase={() => actions.erasing.mutate(erasable.map(({ id }) => id))}
          onClose={() => setIsErasing(false)}
        />
      )}
      {actions.notRestored && (
        <NotRestoredDialog left={actions.notRestored} onClose={actions.closeNotRestored} />
      )}
    </div>
  )
}

/** What can be done with the picked clients, and why not the rest. */
function useBinRights(user: Me['user'], picked: ReturnType<typeof usePickedClients>['clients']) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const today = belgianDay(new Date())
  const erasable = picked.filter(({ erasableFrom }) => erasableFrom <= today)
  const needsSelection = picked.length === 0 ? t('bin.needsSelection') : undefined
  const [soonest] = picked.map(({ erasableFrom }) => erasableFrom).sort()
  const tooEarly =
    erasable.length === 0 && soonest !== undefined
      ? t('bin.possibleFrom', { day: formatDay(soonest, language) })
      : undefined
  return {
    erasable,
    whyNotRestore: mayChangeField(user, IN_BIN) ? needsSelection : t('bin.leading'),
    whyNotErase: mayEraseClients(user) ? (needsSelection ?? tooEarly) : t('bin.administrators'),
  }
}

function SearchBin({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const { t } = useTranslation('history')
  return (
    <TextInput
      className={classes.search ?? ''}
      type="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      aria-label={t('bin.search')}
      placeholder={t('bin.search')}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed !== '' && <CloseButton size="sm" aria-label={t('bin.clearSearch')} onClick={() => onType('')} />
      }
      value={typed}
      onChange={event => onType(event.currentTarget.value)}
    />
  )
}
