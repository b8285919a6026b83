import { eq } from 'drizzle-orm'
import type { ChangeSetRequest } from '#features/change-sets/change-sets-api.ts'
import { changeForSettings } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { users } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Language } from '#kernel/language.ts'
import { oneLine } from '#kernel/text.ts'
import { endSessionsOf } from '#platform/auth/session-queries.ts'
import type { Database } from '#platform/db/database.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { CollaboratorChanges, HandOver } from '../collaborators-api.ts'
import { roleName } from '../role-names.ts'
import { STATE_NAMES } from '../state-names.ts'
import { findAssignments, giveSavedFilters, lockAdministrators } from './collaborator-queries.ts'

type User = typeof users.$inferSelect

/** Renames a user or gives another role. Throws notFound, or lastAdministrator. */
export const changeCollaborator = (
  { db, preferences: { language } }: Actor,
  id: number,
  changes: CollaboratorChanges,
): Promise<void> =>
  db.transaction(async tx => {
    const administrators = await lockAdministrators(tx)
    const user = await getUser(tx, id)
    const { role = user.role } = changes
    const name = oneLine(changes.name ?? '') || user.name
    if (role !== 'administrator') refuseForLast(administrators, id)
    await tx.update(users, { name, role }, eq(users.id, id))
    await recordSettings(tx, [
      told(user, 'name', user.name, name),
      told(user, 'role', roleName(user.role, language), roleName(role, language)),
    ])
  })

/**
 * Keeps a user from working in the firm, at once, and hands clients and saved filters over to colleagues. The clients
 * change in the set that says so. Throws notFound, lastAdministrator, conflict for one who does not work in the firm, or
 * badInput for a colleague who does not.
 */
export async function deactivateCollaborator(
  { db, preferences: { language } }: Actor,
  id: number,
  handOver: HandOver,
  { database, secrets }: { database: Database; secrets: SecretBox },
): Promise<{ clients: number; savedFilters: number }> {
  const handed = await db.transaction(async tx => {
    await lockLists(tx)
    const administrators = await lockAdministrators(tx)
    const user = await getUser(tx, id)
    if (!user.active) throw new AppError('conflict')
    refuseForLast(administrators, id)
    await checkSuccessors(tx, id, handOver)
    await tx.update(users, { active: false }, eq(users.id, id))
    const editsOf = await editsFor(tx, id, handOver.clientsTo)
    const savedFilters = handOver.filtersTo ? await giveSavedFilters(tx, id, handOver.filtersTo) : 0
    const settings = [stateChange(user, 'active', 'deactivated', language)]
    if (editsOf.size > 0) await changeForSettings(tx, { editsOf, settings }, secrets)
    else await recordSettings(tx, settings)
    return { clients: editsOf.size, savedFilters }
  })
  await endSessionsOf(database, { firmId: db.firmId, memberId: id })
  return handed
}

/** Lets a user who was deactivated work again. Throws notFound, or conflict for one who was not. */
export const reactivateCollaborator = ({ db, preferences: { language } }: Actor, id: number): Promise<void> =>
  db.transaction(async tx => {
    const user = await getUser(tx, id)
    if (user.active || user.joinedAt === null) throw new AppError('conflict')
    await tx.update(users, { active: true }, eq(users.id, id))
    await recordSettings(tx, [stateChange(user, 'deactivated', 'active', language)])
  })

function refuseForLast(administrators: readonly number[], id: number): void {
  if (administrators.length === 1 && administrators[0] === id) throw new AppError('lastAdministrator')
}

async function getUser(tx: FirmTransaction, id: number): Promise<User> {
  const [user] = await tx.select(users, eq(users.id, id))
  if (!user) throw new AppError('notFound')
  return user
}

async function checkSuccessors(tx: FirmTransaction, id: number, handOver: HandOver): Promise<void> {
  const working = new Set((await tx.select(users, eq(users.active, true))).map(user => user.id))
  for (const path of ['clientsTo', 'filtersTo'] as const) {
    const successor = handOver[path]
    if (successor === undefined || (successor !== id && working.has(successor))) continue
    throw new AppError('badInput', {
      fields: [{ path, problem: 'notAccepted', params: { value: successor } }],
    })
  }
}

type Edits = NonNullable<ChangeSetRequest['edits']>

/** For each client, what gives the assignments of a user to another; clients of the same fields share it. */
async function editsFor(
  tx: FirmTransaction,
  userId: number,
  to: number | undefined,
): Promise<Map<number, Edits>> {
  if (to === undefined) return new Map()
  const shared = new Map<string, Edits>()
  const assigned = await findAssignments(tx, userId)
  return new Map(
    assigned.map(({ clientId, fields }) => {
      const edits =
        shared.get(fields.join()) ?? fields.map(field => ({ field, verb: 'set' as const, value: to }))
      shared.set(fields.join(), edits)
      return [clientId, edits]
    }),
  )
}

const told = (
  { id, name }: Pick<User, 'id' | 'name'>,
  field: string,
  before: string | null,
  after: string | null,
): SettingChange => ({ entity: 'user', entityId: id, name, field, before, after })

const stateChange = (
  user: User,
  before: keyof typeof STATE_NAMES,
  after: keyof typeof STATE_NAMES,
  language: Language,
): SettingChange => told(user, 'state', STATE_NAMES[before][language], STATE_NAMES[after][language])
