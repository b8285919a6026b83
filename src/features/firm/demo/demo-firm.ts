import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { Pictogram } from '#features/saved-filters/pictograms.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { Language } from '#kernel/language.ts'

/** The firm of the demonstration. Nobody and nothing in it is real. */
export const DEMO_FIRM_NAME = 'Fiduciaire Démo'

interface DemoUser {
  name: string
  email: string
  role: FirmRole
  language: Language
  /** Whether it has a password; the others are colleagues who make the list look lived in. */
  signsIn: boolean
}

const signsIn = (name: string, email: string, role: FirmRole): DemoUser => ({
  name,
  email,
  role,
  language: 'fr',
  signsIn: true,
})
const colleague = (name: string, email: string, language: Language): DemoUser => ({
  name,
  email,
  role: 'collaborator',
  language,
  signsIn: false,
})

export const DEMO_USERS: readonly DemoUser[] = [
  signsIn('Claire Dubois', 'admin@demo.test', 'administrator'),
  signsIn('Joris Maes', 'manager@demo.test', 'manager'),
  signsIn('Amélie Peeters', 'collab@demo.test', 'collaborator'),
  signsIn('Karel Willems', 'lecture@demo.test', 'readOnly'),
  colleague('Thomas Lambert', 'thomas.lambert@demo.test', 'fr'),
  colleague('Fatima El Amrani', 'fatima.elamrani@demo.test', 'fr'),
  colleague('Luca Moretti', 'luca.moretti@demo.test', 'fr'),
  colleague('Sophie Renard', 'sophie.renard@demo.test', 'fr'),
  colleague('Stefan Hermes', 'stefan.hermes@demo.test', 'de'),
  colleague('An De Smet', 'an.desmet@demo.test', 'nl'),
  colleague('Bart Verhaeghe', 'bart.verhaeghe@demo.test', 'nl'),
  colleague('Julie Collard', 'julie.collard@demo.test', 'fr'),
]

interface DemoPortfolio {
  name: string
  color: string
  /** What each member may do there, by e-mail address. */
  members: Readonly<Record<string, PortfolioLevel>>
}

const EVERYWHERE = { 'admin@demo.test': 'manage', 'manager@demo.test': 'edit' } as const

export const DEMO_PORTFOLIOS: readonly DemoPortfolio[] = [
  {
    name: 'Bruxelles',
    color: 'indigo',
    members: {
      ...EVERYWHERE,
      'collab@demo.test': 'read',
      'thomas.lambert@demo.test': 'edit',
      'fatima.elamrani@demo.test': 'edit',
      'luca.moretti@demo.test': 'edit',
    },
  },
  {
    name: 'Namur',
    color: 'teal',
    members: {
      ...EVERYWHERE,
      'collab@demo.test': 'edit',
      'sophie.renard@demo.test': 'edit',
      'stefan.hermes@demo.test': 'edit',
    },
  },
  {
    name: 'Gent',
    color: 'orange',
    members: {
      ...EVERYWHERE,
      'lecture@demo.test': 'read',
      'an.desmet@demo.test': 'edit',
      'bart.verhaeghe@demo.test': 'edit',
    },
  },
  {
    name: 'ASBL',
    color: 'violet',
    members: { ...EVERYWHERE, 'julie.collard@demo.test': 'edit', 'an.desmet@demo.test': 'edit' },
  },
]

export const DEMO_LABELS = [
  { name: 'Horeca', color: 'orange' },
  { name: 'Construction', color: 'yellow' },
  { name: 'Immo', color: 'violet' },
  { name: 'Santé', color: 'pink' },
  { name: 'Transport', color: 'cyan' },
  { name: 'Agriculture', color: 'green' },
  { name: 'E-commerce', color: 'blue' },
  { name: 'Management', color: 'indigo' },
  { name: 'Prioritaire', color: 'red' },
  { name: 'À rappeler', color: 'gray' },
] as const
export type DemoLabel = (typeof DEMO_LABELS)[number]['name']

interface DemoSavedFilter {
  name: string
  icon: Pictogram
  /** E-mail address of the user whose filter it is. */
  owner: string
  shared: boolean
  filter: Filter
}

const ACTIVE: Filter = { field: 'status.active', op: 'isTrue' }

export const DEMO_SAVED_FILTERS: readonly DemoSavedFilter[] = [
  {
    name: 'CI à renouveler',
    icon: 'id',
    owner: 'admin@demo.test',
    shared: true,
    filter: {
      all: [
        ACTIVE,
        { field: 'identity.kind', op: 'in', value: ['selfEmployed', 'private'] },
        {
          any: [
            { field: 'legal.identityCard', op: 'incomplete' },
            { field: 'legal.identityCard', op: 'nextDays', value: 60 },
          ],
        },
      ],
    },
  },
  {
    name: 'Déposants trimestriels',
    icon: 'receipt',
    owner: 'manager@demo.test',
    shared: true,
    filter: { all: [ACTIVE, { field: 'status.vatStatus', op: 'in', value: ['quarterly'] }] },
  },
  {
    name: 'Sociétés sans lettre de mission',
    icon: 'alert',
    owner: 'admin@demo.test',
    shared: false,
    filter: {
      all: [
        ACTIVE,
        { field: 'identity.kind', op: 'in', value: ['legal'] },
        { field: 'aml.engagementLetterOn', op: 'empty' },
      ],
    },
  },
]
