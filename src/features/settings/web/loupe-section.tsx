import { Button, Switch } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changeLink,
  listLinkSettings,
  orderLinks,
  type SettledLink,
} from '#features/loupe/link-settings-api.ts'
import { inLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { LinkDialog } from './link-dialog.tsx'
import { MoveButtons, RowActions } from './row-actions.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { useOrdering } from './use-ordering.ts'
import { useSaving } from './use-saving.ts'

/** The institutions that the Loupe opens. */
export function LoupeSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(listLinkSettings))
  const [opened, setOpened] = useState<{ link?: SettledLink }>()
  return (
    <Section
      title={t('sections.loupe')}
      hint={t('loupe.hint')}
      query={query}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({})}>
          {t('loupe.add')}
        </Button>
      }
    >
      {({ links }) => (
        <>
          <LinkTable links={links} onEdit={link => setOpened({ link })} />
          {opened && <LinkDialog link={opened.link} onClose={() => setOpened(undefined)} />}
        </>
      )}
    </Section>
  )
}

interface LinkTableProps {
  links: readonly SettledLink[]
  onEdit: (link: SettledLink) => void
}

function LinkTable({ links, onEdit }: LinkTableProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { ordered, move } = useOrdering(links, ids => call(orderLinks, { body: { ids } }))
  const hiding = useSaving(
    ({ id, hidden }: Pick<SettledLink, 'id' | 'hidden'>) =>
      call(changeLink, { params: { id }, body: { hidden } }),
    { tellsRefusal: true },
  )
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('loupe.url')}</th>
            <th scope="col">{t('loupe.needs')}</th>
            <th scope="col">{t('loupe.shown')}</th>
            <th scope="col" className={styles.narrow} aria-label={t('actions')} />
          </tr>
        </thead>
        <tbody>
          {ordered.map((link, index) => {
            const name = inLanguage(link.name, language)
            return (
              <tr key={link.id} className={link.hidden ? styles.inactive : undefined}>
                <th scope="row">{name}</th>
                <td>
                  <div className={styles.address} title={link.url}>
                    {link.url}
                  </div>
                </td>
                <td>{t(`loupe.needed.${link.needs}`)}</td>
                <td>
                  <Switch
                    aria-label={t('loupe.shownNamed', { name })}
                    checked={!link.hidden}
                    onChange={event => hiding.mutate({ id: link.id, hidden: !event.currentTarget.checked })}
                  />
                </td>
                <td className={styles.narrow}>
                  <MoveButtons
                    name={name}
                    index={index}
                    count={ordered.length}
                    onMove={by => move(index, by)}
                  />
                  <RowActions
                    name={name}
                    actions={[{ label: t('edit'), icon: IconPencil, run: () => onEdit(link) }]}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
