import { and, eq, isNull } from 'drizzle-orm'
import type { ChangeSetRequest } from '#features/change-sets/change-sets-api.ts'
import { changeForSettings } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists, lockSettings } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { nameToKeep } from '#features/firm/name-to-keep.ts'
import { labels } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { naming } from '#platform/db/unique-violation.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Label, LabelChanges } from '../labels-api.ts'
import { findLabelled, retireLabel } from './label-queries.ts'

/** Creates a label. Throws nameTaken when a living one has the name, badInput when nothing of the name can be kept. */
export const createLabel = (
  { db }: Actor,
  { name, color }: Pick<Label, 'name' | 'color'>,
): Promise<Label & { changeSet: number }> =>
  naming('labels_name', () =>
    db.transaction(async tx => {
      const [label] = await tx.insert(labels, [{ name: nameToKeep(name), color }])
      if (!label) throw new Error('The new label has no id.')
      const changeSet = await recordSettings(tx, [told(label, 'name', null, label.name)])
      return { id: label.id, name: label.name, color, changeSet: changeSet ?? 0 }
    }),
  )

/** Renames and colours a label. Throws notFound or nameTaken. */
export const changeLabel = ({ db }: Actor, id: number, changes: LabelChanges): Promise<Label> =>
  naming('labels_name', () =>
    db.transaction(async tx => {
      await lockSettings(tx)
      const before = await getLiving(tx, id)
      const { color = before.color } = changes
      const name = changes.name === undefined ? before.name : nameToKeep(changes.name)
      await tx.update(labels, { name, color }, eq(labels.id, id))
      await recordSettings(tx, [
        told(before, 'name', before.name, name),
        told(before, 'color', before.color, color),
      ])
      return { id, name, color }
    }),
  )

/** How many clients that the user may read a set concerns. */
interface Changed {
  changeSet: number
  clients: number
}

/** Takes a label off every client and off the list. Throws notFound. */
export const deleteLabel = (actor: Actor, id: number, secrets: SecretBox): Promise<Changed> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const label = await getLiving(tx, id)
    return takeOff(tx, actor, label, [removed(id)], secrets)
  })

/** Gives the clients of a label another instead, and takes it off the list. Throws notFound, or badInput for itself. */
export const mergeLabel = (actor: Actor, id: number, into: number, secrets: SecretBox): Promise<Changed> =>
  actor.db.transaction(async tx => {
    if (id === into) {
      throw new AppError('badInput', {
        fields: [{ path: 'into', problem: 'notAccepted', params: { value: into } }],
      })
    }
    await lockLists(tx)
    const label = await getLiving(tx, id)
    await getLiving(tx, into)
    return takeOff(tx, actor, label, [removed(id), { ...removed(into), verb: 'add' }], secrets)
  })

type Edits = NonNullable<ChangeSetRequest['edits']>

const removed = (id: number): Edits[number] => ({ field: 'identity.labels', verb: 'remove', value: [id] })

async function takeOff(
  tx: FirmTransaction,
  { portfolios }: Actor,
  label: Label,
  edits: Edits,
  secrets: SecretBox,
): Promise<Changed> {
  const labelled = await findLabelled(tx, label.id, [...portfolios.keys()])
  const editsOf = new Map(labelled.map(({ id }) => [id, edits]))
  const settings = [told(label, 'name', label.name, null)]
  const { id: changeSet } = await changeForSettings(tx, { editsOf, settings }, secrets)
  await retireLabel(tx, label.id)
  return { changeSet, clients: labelled.filter(({ isCounted }) => isCounted).length }
}

/** In the history, a label without a name before was created, one without a name after was deleted. */
const told = (
  { id, name }: Pick<Label, 'id' | 'name'>,
  field: 'name' | 'color',
  before: string | null,
  after: string | null,
): SettingChange => ({ entity: 'label', entityId: id, name, field, before, after })

async function getLiving(tx: FirmTransaction, id: number): Promise<Label> {
  const [label] = await tx.select(labels, and(eq(labels.id, id), isNull(labels.deletedAt)))
  if (!label) throw new AppError('notFound')
  return label
}
