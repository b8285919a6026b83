import { editablePortfolios, mayChangeClients } from '#features/change-sets/change-rights.ts'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'

interface Labeller {
  role: FirmRole
  portfolios: ReadonlyMap<number, PortfolioLevel>
}

/** Whoever may change a client may create a label to put on it. */
export const mayCreateLabels = (labeller: Labeller): boolean =>
  mayChangeClients(labeller) && editablePortfolios(labeller).length > 0

/** Renaming, colouring, merging and deleting concern every client of the firm: for managers and administrators. */
export const mayManageLabels = ({ role }: Pick<Labeller, 'role'>): boolean =>
  role === 'administrator' || role === 'manager'
