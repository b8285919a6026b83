import { eq } from 'drizzle-orm'
import { applyLines } from '#features/change-sets/server/apply-change-set.ts'
import { forAnybody, wholeFirm } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { planChanges } from '#features/change-sets/server/plan-changes.ts'
import type { WantedCell } from '#features/change-sets/server/plan-lines.ts'
import { insertSettingLines } from '#features/change-sets/server/record-settings-queries.ts'
import { settleCustomValues } from '#features/change-sets/server/settle-custom-values-queries.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellText, cellValue } from '#features/clients/server/cell-text.ts'
import { customFields } from '#features/firm/server/custom-field-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Field, FieldValue } from '#kernel/fields/field.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import { inEveryLanguage } from '#kernel/language.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { conversionsOf } from '../conversions.ts'
import { choosesItsOwn, convertValue, missingOptions } from '../convert-value.ts'
import { type CustomKind, fieldKindOf, hasOptions } from '../custom-field.ts'
import { type Conversion, type CustomField, MOST_OPTIONS } from '../custom-fields-api.ts'
import { findHeldTexts, listCategories } from './custom-field-queries.ts'
import { teller } from './told-settings.ts'
import { addOptions, findField } from './write-fields.ts'

const MOST_EXAMPLES = 20

/** What would become of the values of a field of another kind. Throws notFound, badInput for a kind it cannot become. */
export const previewConversion = (actor: Actor, id: number, kind: CustomKind): Promise<Conversion> =>
  actor.db.transaction(async tx => {
    const { field, held, from, newOptions } = await readConversion(tx, actor, id, kind)
    const to = asKind(from, field, kind, newOptions)
    const lost = held.filter(({ value }) => isLost(value, from, to, actor))
    const { format } = meaningOf(from.kind)
    return {
      kept: clientsOf(held) - clientsOf(lost),
      lost: clientsOf(lost),
      examples: lost.slice(0, MOST_EXAMPLES).map(({ value, clientIds }) => ({
        value: format(value, from, actor.preferences.language),
        clients: clientIds.length,
      })),
      newOptions,
    }
  })

/**
 * Makes a field one of another kind: its values are written as that kind writes them, and those that it cannot hold go,
 * all in one set. Throws notFound, badInput for a kind it cannot become, conflict when other values would go than those
 * of which the user was told.
 */
export const convertField = (
  actor: Actor,
  id: number,
  { kind, lost: mayGo }: { kind: CustomKind; lost: number },
  secrets: SecretBox,
): Promise<{ changeSet: number; values: number }> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const { field, held, from, newOptions } = await readConversion(tx, actor, id, kind)
    const { language } = actor.preferences
    const options = newOptions.map(name => ({ [language]: name }))
    const settings = [
      teller(actor, 'customField', field).changed('kind', field.kind, kind),
      ...(await addOptions(tx, actor, field, options)),
    ]
    await tx.update(customFields, { kind }, eq(customFields.id, id))
    const { actor: firm, catalogue } = await wholeFirm(tx)
    const to = catalogue.byId.get(from.id)
    if (!to) throw new Error(`Field ${from.id} has gone while it was converted.`)
    if (hasOptions(kind) && (to.choices ?? []).length === 0) {
      throw new AppError('badInput', {
        fields: [{ path: 'kind', problem: 'notAccepted', params: { value: kind } }],
      })
    }
    const wanted = wantedCells(held, from, to, actor, secrets)
    if (wanted.lost !== mayGo) throw new AppError('conflict')
    const planned = await planChanges(
      tx,
      firm,
      {
        origin: 'settings',
        selection: { ids: wanted.cells.size },
        clientIds: [...wanted.cells.keys()].sort((a, b) => a - b),
        fields: [to],
        cellsOf: clientId => wanted.cells.get(clientId) ?? [],
      },
      { catalogue, secrets },
    )
    const { skippedCount } = await applyLines(tx, firm, planned, catalogue)
    if (skippedCount > 0) throw new Error(`Converting field ${id} left ${skippedCount} values alone.`)
    await insertSettingLines(tx, planned.id, settings)
    await settleCustomValues(tx, settings)
    return { changeSet: planned.id, values: wanted.lost }
  })

interface Held {
  text: string
  value: FieldValue
  clientIds: readonly number[]
}

async function readConversion(
  tx: FirmTransaction,
  { preferences: { language } }: Actor,
  id: number,
  kind: CustomKind,
): Promise<{ field: CustomField; from: ClientField; held: Held[]; newOptions: string[] }> {
  const { field } = findField(await listCategories(tx), id)
  const accepted = conversionsOf(field.kind)
  if (!accepted.includes(kind)) {
    const params = { value: kind, accepted: accepted.join(', ') }
    throw new AppError('badInput', { fields: [{ path: 'kind', problem: 'notAmong', params }] })
  }
  const from = (await wholeFirm(tx)).catalogue.byId.get(`custom.${id}`)
  if (!from) throw new Error(`Field ${id} is not in the catalogue.`)
  const texts = await findHeldTexts(tx, id)
  const held = texts.map(one => ({ ...one, value: cellValue(from, one.text) }))
  const to = asKind(from, field, kind, [])
  const values = held.map(({ value }) => value)
  const newOptions = missingOptions(values, from, to, language)
  const room = MOST_OPTIONS - field.options.length
  return { field, from, held, newOptions: newOptions.slice(0, Math.max(0, room)) }
}

/**
 * The field as it would be, new options under ids that no option has. Those of a field that has none to choose from now
 * are kept for when it has again.
 */
const asKind = (
  from: Field,
  { options }: CustomField,
  kind: CustomKind,
  names: readonly string[],
): Field => ({
  ...from,
  kind: fieldKindOf(kind),
  choices: [
    ...options.map(({ id, name }) => ({ value: id, label: inEveryLanguage(name) })),
    ...names.map((label, index) => ({ value: -1 - index, label })),
  ],
})

const clientsOf = (held: readonly Held[]): number =>
  held.reduce((count, { clientIds }) => count + clientIds.length, 0)

const isLost = (value: FieldValue, from: Field, to: Field, { preferences: { language } }: Actor): boolean =>
  convertValue(value, from, to, language) === undefined

/** What is wanted of each client whose value is written otherwise or goes; all others keep theirs as it stands. */
function wantedCells(
  held: readonly Held[],
  from: ClientField,
  to: ClientField,
  { db, preferences: { language } }: Actor,
  secrets: SecretBox,
): { cells: Map<number, WantedCell[]>; lost: number } {
  const field = forAnybody(to)
  const movesAlone = choosesItsOwn(from) && choosesItsOwn(to)
  const cells = new Map<number, WantedCell[]>()
  let lost = 0
  for (const { text, value: before, clientIds } of held) {
    const value = convertValue(before, from, to, language)
    if (value === undefined) lost += clientIds.length
    else if (movesAlone || cellText(to, value, db.firmId, secrets) === text) continue
    const wanted = [{ field, change: () => value ?? null }]
    for (const clientId of clientIds) cells.set(clientId, wanted)
  }
  return { cells, lost }
}
