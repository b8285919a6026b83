import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './editing.module.css'
import type { TypedValue } from './use-typed-value.ts'

/** What is to be said of what is typed: what is wrong with it, and what goes along with it. */
export function TypedNotes({ value, onCancel }: { value: TypedValue; onCancel: () => void }) {
  const { t } = useTranslation('editing')
  const { complaint, reason, isDoubtful, town } = value
  return (
    <>
      {(complaint ?? reason) !== undefined && (
        <div role="alert" className={classes.problem}>
          {complaint ?? reason}
        </div>
      )}
      {isDoubtful && (
        <div role="alert" className={classes.doubt}>
          {t('wrongCheckDigits')}
          <Button
            ref={value.keepButton}
            size="compact-xs"
            variant="default"
            onClick={value.keep}
            onKeyDown={event => event.key === 'Escape' && onCancel()}
          >
            {t('keepInvalid')}
          </Button>
        </div>
      )}
      {town && (
        <Checkbox
          className={classes.also ?? ''}
          size="xs"
          checked={town.isTaken}
          onChange={event => town.take(event.currentTarget.checked)}
          onKeyDown={event => {
            if (event.key === 'Escape') onCancel()
            if (event.key === 'Enter') value.attempt('down')
          }}
          aria-keyshortcuts="Alt+ArrowDown"
          label={`${t('alsoTown', { town: town.name })} (Alt ↓)`}
        />
      )}
    </>
  )
}
