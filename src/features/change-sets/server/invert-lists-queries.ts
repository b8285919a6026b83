import { type SQL, sql } from 'drizzle-orm'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import { mayCreateLabels, mayManageLabels } from '#features/labels/label-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { naming } from '#platform/db/unique-violation.ts'
import type { SettingEntity } from '../change-set.ts'
import type { StoredSet } from './change-set-queries.ts'
import type { SettingChange } from './record-settings-queries.ts'

/** A list whose rows are retired rather than removed, so that what was done to them can be taken back. */
interface InvertibleList {
  table: string
  /** A row `list` of it is on clients, or has rows of its own that are. */
  isHeld: SQL
  /** What a row `list` stands in is there. */
  hasPlace?: SQL
}

/** What things stand in comes before them. */
const LISTS: Partial<Record<SettingEntity, InvertibleList>> = {
  label: {
    table: 'labels',
    isHeld: sql`EXISTS (SELECT FROM client_labels own WHERE own.firm_id = list.firm_id AND own.label_id = list.id)`,
  },
  customFieldCategory: {
    table: 'custom_field_categories',
    isHeld: sql`EXISTS (SELECT FROM custom_fields own
      WHERE own.firm_id = list.firm_id AND own.category_id = list.id AND own.deleted_at IS NULL)`,
  },
  customField: {
    table: 'custom_fields',
    hasPlace: sql`EXISTS (SELECT FROM custom_field_categories place
      WHERE place.firm_id = list.firm_id AND place.id = list.category_id AND place.deleted_at IS NULL)`,
    isHeld: sql`EXISTS (SELECT FROM client_custom_values own
      WHERE own.firm_id = list.firm_id AND own.field_id = list.id)`,
  },
  customFieldOption: {
    table: 'custom_field_options',
    hasPlace: sql`EXISTS (SELECT FROM custom_fields place
      WHERE place.firm_id = list.firm_id AND place.id = list.field_id AND place.deleted_at IS NULL)`,
    isHeld: sql`EXISTS (SELECT FROM client_custom_values own
      WHERE own.firm_id = list.firm_id AND own.field_id = list.field_id
        AND (own.reference = list.id OR own.members @> ARRAY[list.id]))`,
  },
}

/** The columns of what changes in a row, as text and back. */
const COLUMNS: Readonly<Record<string, { name: string; type: string }>> = {
  name: { name: 'name', type: 'text' },
  color: { name: 'color', type: 'text' },
  kind: { name: 'kind', type: 'text' },
  required: { name: 'required', type: 'boolean' },
  categoryId: { name: 'category_id', type: 'integer' },
  description: { name: 'description', type: 'text' },
  isListed: { name: 'is_listed', type: 'boolean' },
  criteria: { name: 'criteria', type: 'jsonb' },
}

/** Whether a line says what was done to a row of such a list. Where rows stand is changed where they are shown. */
export const isInvertible = ({ entity, field }: Pick<SettingChange, 'entity' | 'field'>): boolean =>
  entity in LISTS && field !== 'position'

/**
 * What a set did to the rows of such lists. Without a name before, one was created; without a name after, it was
 * retired.
 */
export async function findListLines(tx: FirmTransaction, setId: number): Promise<SettingChange[]> {
  const lines = await tx.query<SettingChange>(sql`
    SELECT entity, entity_id AS "entityId", name, field, before, after FROM setting_lines
    WHERE firm_id = ${tx.firmId} AND set_id = ${setId} ORDER BY entity, entity_id, field`)
  const entities = Object.keys(LISTS)
  return lines.filter(isInvertible).sort((a, b) => entities.indexOf(a.entity) - entities.indexOf(b.entity))
}

/**
 * Whoever may manage a list may take back what was done to it, and whoever created a label may take that back, as long as
 * it concerns no client.
 */
export function mayInvertLists(
  actor: Actor,
  { userId, summary }: Pick<StoredSet, 'userId' | 'summary'>,
  lines: readonly Pick<SettingChange, 'entity' | 'field' | 'before' | 'after'>[],
): boolean {
  if (lines.some(({ entity }) => entity !== 'label')) return mayChangeSettings(actor)
  return (
    mayManageLabels(actor) ||
    (mayCreateLabels(actor) &&
      userId === actor.userId &&
      summary.length === 0 &&
      lines.every(line => isBirth(line) || isDeletion(line)))
  )
}

export const inverted = (line: SettingChange): SettingChange => ({
  ...line,
  before: line.after,
  after: line.before,
})

/**
 * Does to lists what lines say, before clients are changed: what comes back must be there to be given to them. Throws
 * conflict when a row is no longer as the lines found it, nameTaken when another label has its name by now.
 */
export async function bringListed(tx: FirmTransaction, lines: readonly SettingChange[]): Promise<void> {
  for (const line of lines) {
    if (isDeletion(line)) continue
    const done = await naming('labels_name', () => tx.query(changeOf(tx, line)))
    if (done.length === 0) throw new AppError('conflict')
  }
}

/** Retires rows as lines say, after clients are changed. Throws conflict when one is on a client all the same. */
export async function dropListed(tx: FirmTransaction, lines: readonly SettingChange[]): Promise<void> {
  // What belongs to something goes before it.
  for (const { entity, entityId } of lines.filter(isDeletion).toReversed()) {
    const { table, isHeld } = listOf(entity)
    const dropped = await tx.query(sql`
      UPDATE ${sql.identifier(table)} list SET deleted_at = now()
      WHERE firm_id = ${tx.firmId} AND id = ${entityId} AND deleted_at IS NULL AND NOT ${isHeld} RETURNING id`)
    if (dropped.length === 0) throw new AppError('conflict')
  }
}

type Told = Pick<SettingChange, 'field' | 'before' | 'after'>

const isBirth = ({ field, before }: Told): boolean => field === 'name' && before === null
const isDeletion = ({ field, after }: Told): boolean => field === 'name' && after === null

function listOf(entity: SettingEntity): InvertibleList {
  const list = LISTS[entity]
  if (!list) throw new Error(`Changes of ${entity} cannot be taken back.`)
  return list
}

function changeOf(tx: FirmTransaction, line: SettingChange): SQL {
  const { entity, entityId, field, before, after } = line
  const table = sql.identifier(listOf(entity).table)
  const it = sql`firm_id = ${tx.firmId} AND id = ${entityId}`
  if (isBirth(line)) {
    const { hasPlace = sql`true` } = listOf(entity)
    return sql`UPDATE ${table} list SET deleted_at = NULL
      WHERE ${it} AND deleted_at IS NOT NULL AND ${hasPlace} RETURNING id`
  }
  const language = /^name\.(\w+)$/.exec(field)?.[1]
  if (language !== undefined) {
    return sql`UPDATE ${table}
      SET name = (name - ${language}::text) || jsonb_strip_nulls(jsonb_build_object(${language}::text, ${after}::text))
      WHERE ${it} AND name ->> ${language} IS NOT DISTINCT FROM ${before}::text AND deleted_at IS NULL RETURNING id`
  }
  const column = COLUMNS[field]
  if (!column) throw new Error(`Changes of ${entity} ${field} cannot be taken back.`)
  const [name, type] = [sql.identifier(column.name), sql.raw(column.type)]
  const isThere =
    field === 'categoryId'
      ? sql`EXISTS (SELECT FROM custom_field_categories place
          WHERE place.firm_id = ${tx.firmId} AND place.id = ${after}::integer AND place.deleted_at IS NULL)`
      : sql`true`
  return sql`UPDATE ${table} SET ${name} = ${after}::${type}
    WHERE ${it} AND ${isThere} AND ${name} IS NOT DISTINCT FROM ${before}::${type} AND deleted_at IS NULL RETURNING id`
}
