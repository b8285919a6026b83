import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellValue } from '#features/clients/server/cell-text.ts'
import type { QueryContext } from '#features/clients/server/client-queries.ts'
import {
  type FieldSql,
  fieldSql,
  joinsOf,
  membersSql,
  type SqlContext,
} from '#features/clients/server/field-sql.ts'
import { requestedFields } from '#features/clients/server/list-request.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { familyOf, meaningOf } from '#kernel/fields/field-kinds.ts'
import type { Language } from '#kernel/language.ts'
import { type HeldValues, MOST_VALUES, type readValues } from '../change-sets-api.ts'

/** What clients have in some fields now, as a bulk edit shows it beside each: counted set-based, whatever their number. */
export async function readHeldValues(
  actor: Actor,
  { ids, fields: asked }: z.output<typeof readValues.body>,
  { catalogue, language, today, readablePortfolios }: QueryContext,
): Promise<z.input<typeof readValues.answer>> {
  const { db } = actor
  const fields = requestedFields(asked, catalogue)
  const context = { firmId: db.firmId, today, readablePortfolios }
  const groups = fields.map((field, place) => sql`(${groupsOf(field, place, context)})`)
  const groupsOfAll = groups.length > 0 ? sql`UNION ALL ${sql.join(groups, sql` UNION ALL `)}` : sql``
  const found = await db.query<Group>(sql`
    WITH picked AS MATERIALIZED (
      SELECT c.* FROM clients c
      WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NULL AND c.id = ANY(${sql.param(ids)}::integer[])
        AND c.portfolio_id = ANY(${sql.param(readablePortfolios)}::integer[])
    )
    SELECT -1 AS place, NULL::text AS value, NULL::text AS name, count(*)::integer AS count, 0 AS "distinct", 0 AS missing
    FROM picked ${groupsOfAll}`)
  const ofField = (place: number) => found.filter(group => group.place === place)
  return {
    clients: ofField(-1)[0]?.count ?? 0,
    fields: fields.map((field, place) => heldValues(field, ofField(place), language)),
  }
}

interface Group {
  /** Of the field among those that were asked for. */
  place: number
  value: string | null
  /** Of what the value is the id of. */
  name: string | null
  count: number
  distinct: number
  missing: number
}

function groupsOf(field: ClientField, place: number, context: SqlContext): SQL {
  const isSet = familyOf(field) === 'set'
  const { value, name, satellite } = isSet ? membersOf(field, context) : fieldSql(field, context)
  // A sealed number is another text each time: that there is one is all that can be told.
  const told =
    familyOf(field) === 'secret' ? sql`(CASE WHEN ${value} IS NULL THEN NULL ELSE true END)` : value
  return sql`
    SELECT ${place}::integer, grouped.*, (count(grouped.value) OVER ())::integer,
      coalesce(max(grouped.count) FILTER (WHERE grouped.value IS NULL) OVER (), 0)::integer
    FROM (
      SELECT (${told})::text AS value, min(${name ?? sql`NULL::text`}) AS name, count(*)::integer AS count
      FROM picked c ${joinsOf(satellite ? [{ satellite }] : [])} GROUP BY 1
    ) grouped ORDER BY grouped.value IS NULL, grouped.count DESC, grouped.value ${isSet ? sql`` : sql`LIMIT ${MOST_VALUES}`}`
}

/** Each member of a set counts by itself. */
function membersOf(field: ClientField, context: SqlContext): FieldSql {
  const { member, satellite } = membersSql(field, context)
  return { value: member, satellite }
}

function heldValues(field: ClientField, groups: readonly Group[], language: Language): HeldValues {
  const isSet = familyOf(field) === 'set'
  const { format } = meaningOf(field.kind)
  const values = groups.flatMap(({ value: text, name, count }) => {
    if (text === null) return []
    const value = isSet ? Number(text) : (cellValue(field, text) as string | number | boolean)
    if (familyOf(field) === 'secret') return { value, label: '', count }
    const label = name ?? format(typeof value === 'number' && isSet ? [value] : value, field, language)
    return [{ value, label, count }]
  })
  const [first] = groups
  return { field: field.id, distinct: first?.distinct ?? 0, missing: first?.missing ?? 0, values }
}
