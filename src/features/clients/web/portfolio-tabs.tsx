import { useTranslation } from 'react-i18next'
import type { ReadablePortfolio } from '#features/portfolios/portfolios-api.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './portfolio-tabs.module.css'
import { useCountedText } from './use-counted-text.ts'

export interface PortfolioTabsProps {
  portfolios: readonly ReadablePortfolio[]
  chosen: number | undefined
  onChoose: (portfolio: number | undefined) => void
}

/** The portfolios that the user may read, each with its active clients (F03); nothing when there is one only (F04). */
export function PortfolioTabs({ portfolios, chosen, onChoose }: PortfolioTabsProps) {
  const { t } = useTranslation('clients')
  if (portfolios.length < 2) return null
  const all = portfolios.reduce((sum, { activeClients }) => sum + activeClients, 0)
  const tabs = [
    { id: undefined, name: t('portfolios.all'), activeClients: all },
    ...portfolios.map(({ id, name, activeClients }) => ({ id, name, activeClients })),
  ]
  return (
    <nav className={classes.tabs} aria-label={t('portfolios.label')}>
      {tabs.map(({ id, name, activeClients }) => (
        <PortfolioTab
          key={id ?? 'all'}
          name={name}
          activeClients={activeClients}
          isChosen={id === chosen}
          onChoose={() => onChoose(id)}
        />
      ))}
    </nav>
  )
}

interface PortfolioTabProps {
  name: string
  activeClients: number
  isChosen: boolean
  onChoose: () => void
}

function PortfolioTab({ name, activeClients, isChosen, onChoose }: PortfolioTabProps) {
  const countedText = useCountedText()
  const language = useLanguage()
  return (
    <button
      type="button"
      className={classes.tab}
      aria-current={isChosen ? 'true' : undefined}
      title={countedText('portfolios.active', activeClients)}
      onClick={onChoose}
    >
      {name} <span className={classes.count}>{formatCount(activeClients, language)}</span>
    </button>
  )
}
