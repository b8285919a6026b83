import type { FieldValues } from '#kernel/fields/field.ts'
import { DEMO_LABELS, DEMO_PORTFOLIOS, DEMO_USERS, type DemoLabel } from './demo-firm.ts'
import { ASSOCIATION_FORMS, type DemoProfile } from './demo-profile.ts'
import type { Random } from './seeded-random.ts'

/** The ids that the things of the demo firm were given, each list in the order of `demo-firm.ts`. */
export interface DemoFirmIds {
  portfolioIds: readonly number[]
  userIds: readonly number[]
  labelIds: readonly number[]
  /** In the order of `DEFAULT_INVOICE_FORMATS`. */
  invoiceFormatIds: readonly number[]
}

/** Portfolio, who works for the client, and its labels. */
export function assignmentValues(profile: DemoProfile, ids: DemoFirmIds, random: Random): FieldValues {
  const portfolio = portfolioOf(profile)
  const { collaborators, partners } = TEAMS[portfolio] ?? NOBODY
  const responsible = random.chance(0.92) ? random.pick(collaborators) : MANAGER
  const assistants = collaborators.filter(user => user !== responsible)
  const hasAssistant = assistants.length > 0 && random.chance(0.6)
  return {
    'assignment.portfolio': idAt(ids.portfolioIds, portfolio),
    'assignment.responsible': idAt(ids.userIds, responsible),
    'assignment.assistant': hasAssistant ? idAt(ids.userIds, random.pick(assistants)) : null,
    'assignment.partner': random.chance(0.9) ? idAt(ids.userIds, random.pick(partners)) : null,
    'identity.labels': drawLabels(profile, random).map(label =>
      idAt(ids.labelIds, LABEL_NAMES.indexOf(label)),
    ),
  }
}

/** Associations have a portfolio of their own, wherever they are. */
function portfolioOf({ legalForm, region }: DemoProfile): number {
  if (legalForm !== null && ASSOCIATION_FORMS.includes(legalForm)) return indexOfPortfolio('ASBL')
  return indexOfPortfolio(region === 'brussels' ? 'Bruxelles' : region === 'flanders' ? 'Gent' : 'Namur')
}

const indexOfPortfolio = (name: string): number => DEMO_PORTFOLIOS.findIndex(one => one.name === name)

interface Team {
  /** Places in `DEMO_USERS` of those who may edit there. */
  collaborators: readonly number[]
  partners: readonly number[]
}
const NOBODY: Team = { collaborators: [], partners: [] }
const MANAGER = DEMO_USERS.findIndex(user => user.role === 'manager')
const LABEL_NAMES: readonly DemoLabel[] = DEMO_LABELS.map(label => label.name)

const TEAMS: readonly Team[] = DEMO_PORTFOLIOS.map(({ members }) => {
  const editors = DEMO_USERS.flatMap((user, index) => {
    const level = members[user.email]
    return level === 'edit' || level === 'manage'
      ? [{ index, isCollaborator: user.role === 'collaborator' }]
      : []
  })
  const places = (collaborate: boolean) =>
    editors.filter(one => one.isCollaborator === collaborate).map(one => one.index)
  return { collaborators: places(true), partners: places(false) }
})

function drawLabels({ sector }: DemoProfile, random: Random): DemoLabel[] {
  const labels: DemoLabel[] = []
  if (sector?.label && random.chance(0.75)) labels.push(sector.label)
  if (random.chance(0.05)) labels.push('Prioritaire')
  if (random.chance(0.04)) labels.push('À rappeler')
  return labels
}

function idAt(ids: readonly number[], place: number): number {
  const id = ids[place]
  if (id === undefined) throw new Error(`The demo firm has no id in place ${place} of ${ids.length}.`)
  return id
}
