import { eq } from 'drizzle-orm'
import { changeForSettings } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { customFieldOptions, customFields } from '#features/firm/server/custom-field-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { NameInLanguages } from '#kernel/language.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { reorderRows } from '#platform/db/reorder-rows.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { hasOptions } from '../custom-field.ts'
import {
  type CustomCategory,
  type CustomField,
  type FieldChanges,
  MOST_FIELDS,
  MOST_OPTIONS,
  type NewField,
} from '../custom-fields-api.ts'
import { findChoosers, listCategories, livingIn, retire } from './custom-field-queries.ts'
import { nameToKeep } from './keep-name.ts'
import { teller } from './told-settings.ts'
import { findCategory } from './write-categories.ts'

/** Adds a field at the end of its category. Throws notFound, nameTaken, or badInput that says what cannot be. */
export const createField = (actor: Actor, typed: NewField): Promise<number> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const categories = await listCategories(tx)
    const category = findCategory(categories, typed.categoryId)
    const { kind, required = false, options = [] } = typed
    refuseTooMany('categoryId', categories.flatMap(({ fields }) => fields).length + 1, MOST_FIELDS)
    const name = nameToKeep(typed.name, namesIn(category))
    checkOptions(kind, options.length)
    const [field] = await tx.insert(customFields, [
      { categoryId: category.id, name, kind, required, position: category.fields.length + 1 },
    ])
    if (!field) throw new Error('The new field has no id.')
    const optionLines = await addOptions(tx, actor, { id: field.id, options: [] }, options)
    await recordSettings(tx, [teller(actor, 'customField', field).came(), ...optionLines])
    return field.id
  })

interface Changed {
  changeSet: number | null
  values: number
}

/**
 * Changes what a field is called, where it stands, whether it is required, and what it can be; options that are taken
 * away go from the clients that have them. Throws notFound, nameTaken, or badInput that says what cannot be.
 */
export const changeField = (
  actor: Actor,
  id: number,
  changes: FieldChanges,
  secrets: SecretBox,
): Promise<Changed> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const categories = await listCategories(tx)
    const { category, field } = findField(categories, id)
    const target = findCategory(categories, changes.categoryId ?? category.id)
    const others = namesIn(target, field)
    const { required = field.required } = changes
    const name = nameToKeep(changes.name ?? field.name, others)
    await tx.update(customFields, { name, required, ...placeIn(target, category) }, eq(customFields.id, id))
    const { renamed, changed } = teller(actor, 'customField', field)
    const settings = [
      ...renamed(name),
      changed('required', String(field.required), String(required)),
      changed('categoryId', String(category.id), String(target.id)),
      ...(await changeOptions(tx, actor, field, changes)),
    ].filter(({ before, after }) => before !== after)
    const removed = changes.removedOptions ?? []
    if (removed.length === 0) return { changeSet: (await recordSettings(tx, settings)) ?? null, values: 0 }
    const gone = field.options.filter(option => removed.includes(option.id))
    settings.push(...gone.map(option => teller(actor, 'customFieldOption', option).went()))
    return takeOptionsAway(tx, field, removed, settings, secrets)
  })

/** Puts the fields of a category into an order. Throws conflict when these are not all of them. */
export const orderFields = (actor: Actor, categoryId: number, ids: readonly number[]): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const category = findCategory(await listCategories(tx), categoryId)
    const moved = await reorderRows(tx, customFields, ids, livingIn(categoryId))
    const namesOf = new Map(category.fields.map(field => [field.id, field]))
    await recordSettings(
      tx,
      moved.flatMap(({ id, before, after }) => {
        const field = namesOf.get(id)
        return field
          ? [teller(actor, 'customField', field).changed('position', String(before), String(after))]
          : []
      }),
    )
  })

/** Throws notFound for one that is not there. */
export function findField(
  categories: readonly CustomCategory[],
  id: number,
): { category: CustomCategory; field: CustomField } {
  for (const category of categories) {
    const field = category.fields.find(one => one.id === id)
    if (field) return { category, field }
  }
  throw new AppError('notFound')
}

const namesIn = ({ fields }: CustomCategory, except?: CustomField): NameInLanguages[] =>
  fields.filter(field => field.id !== except?.id).map(({ name }) => name)

/** A field that moves to another category comes last there. */
const placeIn = (target: CustomCategory, from: CustomCategory) =>
  target === from ? {} : { categoryId: target.id, position: target.fields.length + 1 }

function refuseTooMany(path: string, count: number, most: number): void {
  if (count <= most) return
  throw new AppError('badInput', { fields: [{ path, problem: 'tooManyValues', params: { count: most } }] })
}

function checkOptions(kind: CustomField['kind'], count: number): void {
  if (hasOptions(kind) && count === 0) {
    throw new AppError('badInput', { fields: [{ path: 'options', problem: 'missing' }] })
  }
  if (!hasOptions(kind) && count > 0) {
    throw new AppError('badInput', { fields: [{ path: 'options', problem: 'unknownName' }] })
  }
}

/** Adds options at the end, each called otherwise than all the others. */
export async function addOptions(
  tx: FirmTransaction,
  actor: Actor,
  { id: fieldId, options }: Pick<CustomField, 'id' | 'options'>,
  names: readonly NameInLanguages[],
): Promise<SettingChange[]> {
  refuseTooMany('options', options.length + names.length, MOST_OPTIONS)
  const known = options.map(({ name }) => name)
  const kept = names.map(typed => {
    const name = nameToKeep(typed, known)
    known.push(name)
    return name
  })
  const added = await tx.insert(
    customFieldOptions,
    kept.map((name, index) => ({ fieldId, name, position: options.length + index + 1 })),
  )
  return added.map(option => teller(actor, 'customFieldOption', option).came())
}

/** Renames, orders and adds options; those that are taken away are named by nobody any more. */
async function changeOptions(
  tx: FirmTransaction,
  actor: Actor,
  field: CustomField,
  { options: wanted, removedOptions = [] }: FieldChanges,
): Promise<SettingChange[]> {
  const byId = new Map(field.options.map(option => [option.id, option]))
  const named = (wanted ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]))
  if ([...named, ...removedOptions].some(id => !byId.has(id))) throw new AppError('notFound')
  if (named.some(id => removedOptions.includes(id)) || new Set(named).size < named.length) {
    throw new AppError('badInput', { fields: [{ path: 'options', problem: 'notAccepted' }] })
  }
  if (wanted === undefined && removedOptions.length === 0) return []
  if (wanted === undefined) {
    checkOptions(field.kind, field.options.length - removedOptions.length)
    return []
  }
  const unnamed = field.options.filter(({ id }) => !named.includes(id) && !removedOptions.includes(id))
  checkOptions(field.kind, wanted.length + unnamed.length)
  const known = unnamed.map(({ name }) => name)
  const lines: SettingChange[] = []
  for (const [index, { id, name: typed }] of wanted.entries()) {
    const name = nameToKeep(typed, known)
    known.push(name)
    const position = index + 1
    const before = byId.get(id ?? 0)
    if (before) {
      await tx.update(customFieldOptions, { name, position }, eq(customFieldOptions.id, before.id))
      lines.push(...teller(actor, 'customFieldOption', before).renamed(name))
    } else {
      const [option] = await tx.insert(customFieldOptions, [{ fieldId: field.id, name, position }])
      if (option) lines.push(teller(actor, 'customFieldOption', option).came())
    }
  }
  for (const [index, { id }] of unnamed.entries()) {
    await tx.update(
      customFieldOptions,
      { position: wanted.length + index + 1 },
      eq(customFieldOptions.id, id),
    )
  }
  refuseTooMany('options', wanted.length + unnamed.length, MOST_OPTIONS)
  return lines.concat(movedLine(actor, field, named))
}

/** That options stand in another order is one thing to tell, however many move. */
function movedLine(actor: Actor, { options }: CustomField, named: readonly number[]): SettingChange[] {
  const before = options.filter(({ id }) => named.includes(id))
  const [first] = before
  if (!first || before.every(({ id }, index) => id === named[index])) return []
  return [teller(actor, 'customFieldOption', first).changed('position', null, '1')]
}

async function takeOptionsAway(
  tx: FirmTransaction,
  field: CustomField,
  removed: readonly number[],
  settings: readonly SettingChange[],
  secrets: SecretBox,
): Promise<Changed> {
  const clientIds = await findChoosers(tx, field.id, removed)
  const edit =
    field.kind === 'choices'
      ? { field: `custom.${field.id}`, verb: 'remove' as const, value: [...removed] }
      : { field: `custom.${field.id}`, verb: 'clear' as const }
  const edits = [edit]
  const { id } = await changeForSettings(
    tx,
    { editsOf: new Map(clientIds.map(clientId => [clientId, edits])), settings },
    secrets,
  )
  await retire(tx, 'custom_field_options', removed)
  return { changeSet: id, values: clientIds.length }
}
