import { Alert, Button, NativeSelect, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowMerge, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changePortfolio,
  createPortfolio,
  getPortfolioSettings,
  mergePortfolio,
  orderPortfolios,
  type SettledPortfolio,
} from '#features/portfolios/portfolio-settings-api.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { ColorDot } from './color-choice.tsx'
import { NameAndColorDialog } from './name-and-color-dialog.tsx'
import { RightsTable } from './rights-table.tsx'
import { MoveButtons, RowActions } from './row-actions.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { SettingsForm } from './settings-form.tsx'
import { useOrdering } from './use-ordering.ts'
import { useSaving } from './use-saving.ts'

type Opened = { kind: 'edit'; portfolio?: SettledPortfolio } | { kind: 'merge'; portfolio: SettledPortfolio }

/** The portfolios of the firm, and who may do what in them. */
export function PortfoliosSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(getPortfolioSettings))
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  return (
    <Section
      title={t('sections.portfolios')}
      hint={t('portfolios.hint')}
      query={query}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind: 'edit' })}>
          {t('portfolios.add')}
        </Button>
      }
    >
      {settings => (
        <>
          <PortfolioTable portfolios={settings.portfolios} onOpen={setOpened} />
          <div>
            <Title order={3} size="h5" mt="md" id="portfolio-rights">
              {t('portfolios.rights')}
            </Title>
            <Text c="dimmed">{t('portfolios.rightsHint')}</Text>
          </div>
          <RightsTable settings={settings} labelledBy="portfolio-rights" />
          {opened?.kind === 'edit' && <EditPortfolio portfolio={opened.portfolio} onClose={close} />}
          {opened?.kind === 'merge' && (
            <MergePortfolio
              portfolio={opened.portfolio}
              others={settings.portfolios.filter(({ id }) => id !== opened.portfolio.id)}
              onClose={close}
            />
          )}
        </>
      )}
    </Section>
  )
}

interface PortfolioTableProps {
  portfolios: readonly SettledPortfolio[]
  onOpen: (opened: Opened) => void
}

function PortfolioTable({ portfolios, onOpen }: PortfolioTableProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { ordered, move } = useOrdering(portfolios, ids => call(orderPortfolios, { body: { ids } }))
  const reason = portfolios.length < 2 ? t('portfolios.onlyOne') : undefined
  return (
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
          {ordered.map((portfolio, index) => (
            <tr key={portfolio.id}>
              <th scope="row">
                <span className={styles.named}>
                  <ColorDot color={portfolio.color} />
                  {portfolio.name}
                </span>
              </th>
              <td className={styles.number}>
                {formatCount(portfolio.clients, language)}
                {portfolio.inBin > 0 && (
                  <span className={styles.muted}>{t('portfolios.inBin', { count: portfolio.inBin })}</span>
                )}
              </td>
              <td className={styles.narrow}>
                <MoveButtons
                  name={portfolio.name}
                  index={index}
                  count={ordered.length}
                  onMove={by => move(index, by)}
                />
                <RowActions
                  name={portfolio.name}
                  actions={[
                    { label: t('edit'), icon: IconPencil, run: () => onOpen({ kind: 'edit', portfolio }) },
                    {
                      label: t('merge'),
                      icon: IconArrowMerge,
                      isDangerous: true,
                      reason,
                      run: () => onOpen({ kind: 'merge', portfolio }),
                    },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface EditPortfolioProps {
  portfolio: SettledPortfolio | undefined
  onClose: () => void
}

function EditPortfolio({ portfolio, onClose }: EditPortfolioProps) {
  const { t } = useTranslation('settings')
  return (
    <NameAndColorDialog
      title={portfolio ? t('portfolios.edit') : t('portfolios.add')}
      edited={portfolio}
      send={async body => {
        if (portfolio) await call(changePortfolio, { params: { id: portfolio.id }, body })
        else await call(createPortfolio, { body })
      }}
      onSaved={() => {
        notifications.show({ message: t('saved') })
        onClose()
      }}
      onClose={onClose}
    />
  )
}

interface MergePortfolioProps {
  portfolio: SettledPortfolio
  others: readonly SettledPortfolio[]
  onClose: () => void
}

function MergePortfolio({ portfolio, others, onClose }: MergePortfolioProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { id, name } = portfolio
  const count = portfolio.clients + portfolio.inBin
  const [into, setInto] = useState('')
  const [complains, setComplains] = useState(false)
  const target = others.find(other => String(other.id) === into)
  const merging = useSaving(
    (to: SettledPortfolio) => call(mergePortfolio, { params: { id }, body: { into: to.id } }),
    {
      told: (_, to) => {
        notifications.show({ message: t('portfolios.merged', { name, into: to.name }) })
        onClose()
      },
    },
  )
  return (
    <Dialog title={t('portfolios.mergeTitle', { name })} onClose={onClose}>
      <SettingsForm
        submitLabel={t('portfolios.mergeConfirm')}
        isDangerous
        isPending={merging.isPending}
        error={merging.error}
        onSubmit={() => {
          setComplains(!target)
          if (target) merging.mutate(target)
        }}
        onClose={onClose}
      >
        <NativeSelect
          data-autofocus
          label={t('portfolios.into')}
          value={into}
          required
          error={complains && !target && t('choose')}
          data={[
            { value: '', label: t('choose') },
            ...others.map(other => ({ value: String(other.id), label: other.name })),
          ]}
          onChange={event => setInto(event.currentTarget.value)}
        />
        <Text>{t('portfolios.mergeHint', { name, count, number: formatCount(count, language) })}</Text>
        <Alert color="orange" p="xs">
          {t('portfolios.noWayBack')}
        </Alert>
      </SettingsForm>
    </Dialog>
  )
}
