import { Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roleName } from '#features/collaborators/role-names.ts'
import {
  type PortfolioSettings,
  type SettledPortfolio,
  setPortfolioMember,
} from '#features/portfolios/portfolio-settings-api.ts'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import { call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { ColorDot } from './color-choice.tsx'
import { RightCell } from './right-cell.tsx'
import { type Level, type Place, placeAfter } from './rights-keys.ts'
import styles from './settings.module.css'
import { useSaving } from './use-saving.ts'

interface RightsTableProps {
  settings: PortfolioSettings
  labelledBy: string
}

const SEARCHED_FROM = 12

/** Who reads, edits and manages: users × portfolios, as a grid that arrows move through. */
export function RightsTable({ settings, labelledBy }: RightsTableProps) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const users = settings.users.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  return (
    <>
      {settings.users.length >= SEARCHED_FROM && (
        <TextInput
          maw={300}
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {users.length === 0 && <Text c="dimmed">{t('nothingFound', { text })}</Text>}
      {users.length > 0 && <RightsGrid settings={{ ...settings, users }} labelledBy={labelledBy} />}
    </>
  )
}

function RightsGrid({ settings: { users, portfolios, members }, labelledBy }: RightsTableProps) {
  const { t } = useTranslation('settings')
  const grid = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const levels = new Map(members.map(one => [`${one.userId} ${one.portfolioId}`, one.level]))
  const saving = useSaving(
    ({ userId, id, level }: { userId: number; id: number; level: PortfolioLevel | null }) =>
      call(setPortfolioMember, { params: { id, userId }, body: { level } }),
    { tellsRefusal: true },
  )
  const current = {
    row: Math.min(place.row, users.length - 1),
    column: Math.min(place.column, portfolios.length - 1),
  }
  const move = (event: KeyboardEvent) => {
    // While a level is being chosen, the keys are its own.
    if (event.target instanceof HTMLSelectElement) return
    const next = placeAfter(event, current, { rows: users.length, columns: portfolios.length })
    if (!next) return
    event.preventDefault()
    setPlace(next)
    grid.current?.rows[next.row + 1]?.cells[next.column + 1]?.focus()
  }
  return (
    <div className={`${styles.scroller} ${styles.rights}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are chosen with the arrows. */}
      <table ref={grid} className={styles.table} role="grid" aria-labelledby={labelledBy} onKeyDown={move}>
        <PortfolioHeader portfolios={portfolios} />
        <tbody>
          {users.map((user, row) => (
            <tr key={user.id}>
              <UserHeader user={user} />
              {portfolios.map((portfolio, column) => (
                <RightCell
                  key={portfolio.id}
                  label={t('portfolios.levelOf', { name: user.name, portfolio: portfolio.name })}
                  level={levelOf(user, levels.get(`${user.id} ${portfolio.id}`))}
                  isFixed={user.role === 'administrator'}
                  isCurrent={current.row === row && current.column === column}
                  onFocus={() => setPlace({ row, column })}
                  onChange={level =>
                    saving.mutate({
                      userId: user.id,
                      id: portfolio.id,
                      level: level === 'none' ? null : level,
                    })
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type User = PortfolioSettings['users'][number]

const levelOf = ({ role }: User, level: PortfolioLevel | undefined): Level =>
  role === 'administrator' ? 'manage' : (level ?? 'none')

function PortfolioHeader({ portfolios }: { portfolios: readonly SettledPortfolio[] }) {
  const { t } = useTranslation('settings')
  return (
    <thead>
      <tr>
        <th scope="col" className={`${styles.top} ${styles.corner}`}>
          {t('portfolios.collaborator')}
        </th>
        {portfolios.map(({ id, name, color }) => (
          <th key={id} scope="col" className={styles.top}>
            <span className={styles.named}>
              <ColorDot color={color} />
              {name}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

const UserHeader = memo(function UserHeader({ user }: { user: User }) {
  const language = useLanguage()
  return (
    <th scope="row" className={styles.side}>
      {user.name}
      <span className={styles.muted}>{roleName(user.role, language)}</span>
    </th>
  )
})
