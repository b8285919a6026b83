import { IN_BIN } from '#features/clients/client-fields.ts'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import type { Field } from '#kernel/fields/field.ts'

interface Changer {
  role: FirmRole
  /** The portfolios that the user may read, and how far the right goes there. */
  portfolios: ReadonlyMap<number, PortfolioLevel>
}

const LEADING_ROLES: readonly FirmRole[] = ['administrator', 'manager']

/** Whoever is *Lecture seule* changes nothing, whatever portfolio rights say. */
export const mayChangeClients = ({ role }: Pick<Changer, 'role'>): boolean => role !== 'readOnly'

/** The portfolios whose clients a user may change. */
export const editablePortfolios = (changer: Changer): number[] =>
  mayChangeClients(changer)
    ? [...changer.portfolios].filter(([, level]) => level !== 'read').map(([id]) => id)
    : []

/** Billing fields are for managers and administrators, and so is the way to the bin and back. */
export const mayChangeField = (
  changer: Pick<Changer, 'role'>,
  { id, group }: Pick<Field, 'id' | 'group'>,
): boolean =>
  group === 'billing' || id === IN_BIN.id ? LEADING_ROLES.includes(changer.role) : mayChangeClients(changer)

/** Deleting for good is for administrators. */
export const mayEraseClients = ({ role }: Pick<Changer, 'role'>): boolean => role === 'administrator'
