import { Link } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import { mayManageLabels } from '#features/labels/label-rights.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { CollaboratorsSection } from './collaborators-section.tsx'
import { FirmSection } from './firm-section.tsx'
import { LabelsSection } from './labels-section.tsx'
import { LoupeSection } from './loupe-section.tsx'
import { PortfoliosSection } from './portfolios-section.tsx'
import { RolesSection } from './roles-section.tsx'
import styles from './settings.module.css'

/** The parts of the settings, in their order, by the last part of their address. */
const PARTS = {
  fiduciaire: { id: 'firm', section: FirmSection },
  collaborateurs: { id: 'collaborators', section: CollaboratorsSection },
  portefeuilles: { id: 'portfolios', section: PortfoliosSection },
  roles: { id: 'roles', section: RolesSection },
  labels: { id: 'labels', section: LabelsSection },
  loupe: { id: 'loupe', section: LoupeSection },
} as const satisfies Record<string, { id: string; section: ComponentType }>

export type SettingsPart = keyof typeof PARTS

const ALL_PARTS = Object.keys(PARTS) as SettingsPart[]

export const isSettingsPart = (part: string): part is SettingsPart => ALL_PARTS.some(one => one === part)

/** The parts that a user may see: of the settings of the firm all or none, and of labels whoever manages them. */
export const settingsPartsFor = (user: { role: FirmRole }): SettingsPart[] =>
  ALL_PARTS.filter(part => (part === 'labels' ? mayManageLabels(user) : mayChangeSettings(user)))

/** The settings of the firm: its parts at the side, the one that is looked at beside them. */
export function SettingsScreen({
  part,
  parts: shown,
}: {
  part: SettingsPart
  parts: readonly SettingsPart[]
}) {
  const { t } = useTranslation('settings')
  const parts = useRef<HTMLElement>(null)
  // On a phone the parts stand in one line, of which the current one may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each other part.
  useEffect(() => {
    parts.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [part])
  const PartSection = PARTS[part].section
  return (
    <div className={styles.page}>
      <nav ref={parts} className={styles.parts} aria-label={t('sections.label')}>
        {shown.map(one => (
          <Link key={one} to="/parametres/$part" params={{ part: one }} className={styles.part ?? ''}>
            {t(`sections.${PARTS[one].id}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.content}>
        <PartSection />
      </div>
    </div>
  )
}
