import {
  IconAlertTriangle,
  IconBriefcase,
  IconBuilding,
  IconHeartHandshake,
  IconList,
  IconPlus,
  IconReceiptTax,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import { sameFilter } from '#kernel/filters/normal-form.ts'
import { FilterChip } from './filter-chip.tsx'
import classes from './filter-chips.module.css'
import { PictogramIcon } from './panels/pictogram-icon.tsx'
import { PREDEFINED_FILTERS, type PredefinedFilter } from './predefined-filters.ts'
import type { ListFilters } from './use-list-filters.ts'

export interface FilterChipsProps {
  filters: ListFilters
  onOpenMenu: (savedFilter: SavedFilter, anchor: HTMLElement) => void
  onSaveAs: () => void
  onUpdate: (savedFilter: SavedFilter) => void
}

/** The predefined filters and the saved ones as chips (F05, F10–F22), each with how many clients it shows. */
export function FilterChips({ filters, onOpenMenu, onSaveAs, onUpdate }: FilterChipsProps) {
  const { t } = useTranslation('clients')
  const { filter, saved, counts, chosen, isChanged } = filters
  return (
    <section className={classes.strip} aria-label={t('chips.label')}>
      {PREDEFINED_FILTERS.map(({ id, filter: own }) => (
        <FilterChip
          key={id}
          name={t(`chips.${id}`)}
          icon={<PredefinedIcon id={id} />}
          count={counts.get(id)}
          isOn={sameFilter(filter, own) && !chosen}
          onChoose={() => filters.choosePredefined(own)}
        />
      ))}
      {saved.map(one => (
        <Fragment key={one.id}>
          <FilterChip
            name={one.name}
            icon={<PictogramIcon name={one.icon} />}
            count={counts.get(one.id)}
            isOn={one === chosen}
            marks={
              <Marks
                savedFilter={one}
                isChanged={one === chosen && isChanged}
                hasVanished={filters.hasVanished(one)}
              />
            }
            onChoose={() => filters.chooseSaved(one)}
            onOpenMenu={anchor => onOpenMenu(one, anchor)}
          />
          {one === chosen && isChanged && (
            <Offers onUpdate={one.mine ? () => onUpdate(one) : undefined} onSaveAs={onSaveAs} />
          )}
        </Fragment>
      ))}
      {filters.canSave && (
        <button
          type="button"
          className={classes.add}
          aria-label={t('chips.save')}
          title={t('chips.save')}
          onClick={onSaveAs}
        >
          <IconPlus size={16} aria-hidden />
        </button>
      )}
    </section>
  )
}

/** What can be done once the conditions of the chosen filter were changed (F21, F22). */
function Offers({ onUpdate, onSaveAs }: { onUpdate: (() => void) | undefined; onSaveAs: () => void }) {
  const { t } = useTranslation('clients')
  return (
    <>
      {onUpdate && (
        <button type="button" className={classes.offer} onClick={onUpdate}>
          {t('chips.update')}
        </button>
      )}
      <button type="button" className={classes.offer} onClick={onSaveAs}>
        {t('chips.saveAs')}
      </button>
    </>
  )
}

interface MarksProps {
  savedFilter: SavedFilter
  isChanged: boolean
  hasVanished: boolean
}

function Marks({ savedFilter, isChanged, hasVanished }: MarksProps) {
  const { t } = useTranslation('clients')
  const { shared, mine, owner } = savedFilter
  return (
    <>
      {shared && (
        <Mark
          kind={classes.shared}
          text={mine ? t('chips.sharedByMe') : t('chips.shared', { name: owner.name })}
        />
      )}
      {isChanged && <Mark kind={classes.changed} text={t('chips.changed')} />}
      {hasVanished && (
        <IconAlertTriangle
          size={14}
          className={classes.vanished}
          role="img"
          aria-label={t('chips.vanished')}
        />
      )}
    </>
  )
}

const Mark = ({ kind, text }: { kind: string | undefined; text: string }) => (
  <span className={`${classes.mark} ${kind}`} role="img" aria-label={text} title={text} />
)

function PredefinedIcon({ id }: { id: PredefinedFilter['id'] }) {
  const Drawing = PREDEFINED_ICONS[id]
  return <Drawing size={16} stroke={1.7} aria-hidden />
}

const PREDEFINED_ICONS = {
  everything: IconList,
  legal: IconBuilding,
  selfEmployed: IconBriefcase,
  private: IconUser,
  nonProfit: IconHeartHandshake,
  vatLiable: IconReceiptTax,
  former: IconUserOff,
} satisfies Record<PredefinedFilter['id'], typeof IconList>
