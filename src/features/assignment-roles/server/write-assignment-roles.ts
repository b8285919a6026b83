import { eq } from 'drizzle-orm'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { assignmentRoles } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import { inLanguage, LANGUAGES, type Text } from '#kernel/language.ts'
import { oneLine } from '#kernel/text.ts'
import { reorderRows } from '#platform/db/reorder-rows.ts'
import type { AssignmentRole, RoleName } from '../assignment-roles-api.ts'
import { isRequiredRole, roleCode } from '../role-code.ts'
import { countRoles } from './assignment-role-queries.ts'

/** Adds a role at the end. Throws nameTaken when another has one of its names. */
export const createRole = (actor: Actor, typed: RoleName): Promise<number> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const roles = await countRoles(tx)
    const name = toKeep(typed, roles)
    const [role] = await tx.insert(assignmentRoles, [
      {
        code: roleCode(
          name.fr,
          roles.map(({ code }) => code),
        ),
        name,
        position: roles.length + 1,
      },
    ])
    if (!role) throw new Error('The new role has no id.')
    const change = teller(actor, role)
    await recordSettings(tx, [change('name', null, inLanguage(name, actor.preferences.language))])
    return role.id
  })

/** Renames a role. Throws notFound, or nameTaken when another has one of its names. */
export const renameRole = (actor: Actor, id: number, typed: RoleName): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const roles = await countRoles(tx)
    const role = find(roles, id)
    const name = toKeep(
      typed,
      roles.filter(other => other.id !== id),
    )
    await tx.update(assignmentRoles, { name }, eq(assignmentRoles.id, id))
    const change = teller(actor, role)
    await recordSettings(
      tx,
      LANGUAGES.map(language => change(`name.${language}`, role.name[language], name[language])),
    )
  })

/** Puts the roles into an order. Throws conflict when these are not all of them. */
export const orderRoles = (actor: Actor, ids: readonly number[]): Promise<void> =>
  actor.db.transaction(async tx => {
    const roles = await countRoles(tx)
    const moved = await reorderRows(tx, assignmentRoles, ids)
    await recordSettings(
      tx,
      moved.map(({ id, before, after }) =>
        teller(actor, find(roles, id))('position', String(before), String(after)),
      ),
    )
  })

/** Removes a role. Throws notFound, stillUsed while somebody has it for a client, noRight for the one that all need. */
export const removeRole = (actor: Actor, id: number): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const role = find(await countRoles(tx), id)
    if (isRequiredRole(role)) throw new AppError('noRight')
    if (role.clients > 0) throw new AppError('stillUsed', { params: { count: role.clients } })
    await tx.remove(assignmentRoles, eq(assignmentRoles.id, id))
    await recordSettings(tx, [teller(actor, role)('name', nameFor(actor, role), null)])
  })

const nameFor = ({ preferences }: Actor, { name }: { name: Text }): string =>
  inLanguage(name, preferences.language)

const teller =
  (actor: Actor, role: { id: number; name: Text }) =>
  (field: string, before: string | null, after: string | null): SettingChange => ({
    entity: 'assignmentRole',
    entityId: role.id,
    name: nameFor(actor, role),
    field,
    before,
    after,
  })

function find(roles: readonly AssignmentRole[], id: number): AssignmentRole {
  const role = roles.find(one => one.id === id)
  if (!role) throw new AppError('notFound')
  return role
}

/** The names as they are kept; two columns of one name could not be told apart. */
function toKeep(typed: RoleName, others: readonly AssignmentRole[]): RoleName {
  const name = Object.fromEntries(LANGUAGES.map(language => [language, oneLine(typed[language])])) as RoleName
  const empty = LANGUAGES.filter(language => name[language] === '')
  if (empty.length > 0) {
    throw new AppError('badInput', {
      fields: empty.map(language => ({ path: `name.${language}`, problem: 'missing' })),
    })
  }
  const isTaken = LANGUAGES.some(language => others.some(other => other.name[language] === name[language]))
  if (isTaken) throw new AppError('nameTaken')
  return name
}
