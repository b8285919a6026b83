import { type SQL, sql } from 'drizzle-orm'
import { IN_BIN } from '#features/clients/client-fields.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellSql, contextOf, membersOfText } from '#features/clients/server/cell-sql.ts'
import { membersSql } from '#features/clients/server/field-sql.ts'
import { NUMBER_COLUMNS } from '#features/clients/server/number-holders-queries.ts'
import { UNIQUE_FIELDS, type UniqueField } from '#features/clients/unique-numbers.ts'
import { customKindOf } from '#features/custom-fields/custom-field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { editablePortfolios, mayChangeField } from '../change-rights.ts'
import type { ChangingActor } from './changing-actor.ts'
import { VAT_STATUS } from './refuse-taken-numbers.ts'
import { changingLines, type LineRange } from './write-cells-queries.ts'

/**
 * Gives a reason to every line of a range that cannot be written any more: rights, the bin, the choices of the firm and
 * the values themselves may have changed since it was planned. The clients of the range are locked. Answers how many.
 */
export async function refuseStaleLines(
  tx: FirmTransaction,
  actor: ChangingActor,
  range: LineRange,
  fields: readonly ClientField[],
): Promise<number> {
  const reason = sql`CASE ${sql.join(staleness(tx, actor, range, fields), sql` `)} END`
  // Each line is found by its client, not by a second look at the lines: statistics know nothing of lines this young.
  const refused = await tx.query(sql`
    UPDATE change_lines l SET reason = coalesce(nullif(${reason}, 'unknownChoice'), 'invalid'),
      problem = CASE WHEN ${reason} = 'unknownChoice' THEN 'unknownChoice' END
    FROM clients c
    WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id AND ${changingLines(tx, range)} AND (${reason}) IS NOT NULL
    RETURNING 1`)
  return refused.length + (await refuseNumbersTakenSince(tx, range, fields))
}

/** Refuses the lines of clients that were deleted for good. Answers how many. */
export async function refuseGoneClients(tx: FirmTransaction, range: LineRange): Promise<number> {
  const refused = await tx.query(sql`
    UPDATE change_lines l SET reason = 'deleted'
    WHERE ${changingLines(tx, range)}
      AND NOT EXISTS (SELECT FROM clients c WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id)
    RETURNING 1`)
  return refused.length
}

/** The reasons in the order in which they are told, as the branches of a CASE. */
function staleness(
  tx: FirmTransaction,
  actor: ChangingActor,
  range: LineRange,
  fields: readonly ClientField[],
): SQL[] {
  const editable = sql`${sql.param(editablePortfolios(actor))}::integer[]`
  const forbidden = fields.filter(field => !mayChangeField(actor, field)).map(({ id }) => id)
  const known = fields.map(({ id }) => id)
  return [
    sql`WHEN c.portfolio_id <> ALL(${editable}) THEN 'noRight'`,
    sql`WHEN l.field = ANY(${sql.param(forbidden)}::text[]) THEN 'noRight'`,
    sql`WHEN l.field <> ALL(${sql.param(known)}::text[]) THEN 'unknownChoice'`,
    ...goneFields(tx, range, fields),
    ...(actor.reachesBin
      ? []
      : [sql`WHEN c.deleted_at IS NOT NULL AND l.field <> ${IN_BIN.id} THEN 'deleted'`]),
    ...fields.flatMap(field => stalenessOf(tx, field, editable, actor)),
  ]
}

/**
 * A field that the firm has made may have been deleted, or become one of another kind: what was written before that, be
 * it planned or to be undone, is written as the former kind does.
 */
function goneFields(tx: FirmTransaction, { setId }: LineRange, fields: readonly ClientField[]): SQL[] {
  return fields.flatMap(({ id, kind, stored }) => {
    if (stored.in !== 'custom') return []
    return [
      sql`WHEN l.field = ${id} AND NOT EXISTS (
        SELECT FROM custom_fields f WHERE f.firm_id = ${tx.firmId} AND f.id = ${stored.fieldId}
          AND f.deleted_at IS NULL AND f.kind = ${customKindOf(kind)}) THEN 'unknownChoice'`,
      sql`WHEN l.field = ${id} AND EXISTS (
        SELECT FROM setting_lines changed
        WHERE changed.firm_id = ${tx.firmId} AND changed.entity = 'customField' AND changed.entity_id = ${stored.fieldId}
          AND changed.field = 'kind' AND changed.set_id <> ${setId}
          AND changed.set_id > (SELECT coalesce(s.undoes_id, s.id) FROM change_sets s
            WHERE s.firm_id = ${tx.firmId} AND s.id = ${setId})) THEN 'unknownChoice'`,
    ]
  })
}

function stalenessOf(tx: FirmTransaction, field: ClientField, editable: SQL, actor: ChangingActor): SQL[] {
  const of = sql`l.field = ${field.id}`
  const current = cellSql(field, tx.firmId)
  if (familyOf(field) === 'set') {
    const [came, went] = [without(sql`l.after`, sql`l.before`), without(sql`l.before`, sql`l.after`)]
    const { member, satellite } = membersSql(field, contextOf(tx.firmId))
    const held = sql`ARRAY(SELECT ${member} FROM ${satellite.table} WHERE ${satellite.isOfClient})`
    const differs = sql`${came} && ${held} OR NOT ${went} <@ ${held}`
    return [
      sql`WHEN ${of} AND NOT ${came} <@ ${choiceIds(tx, field, actor)} THEN 'unknownChoice'`,
      sql`WHEN ${of} AND (${differs}) THEN 'changed'`,
    ]
  }
  const branches = [sql`WHEN ${of} AND ${current} IS DISTINCT FROM l.before THEN 'changed'`]
  if (field.id === 'assignment.portfolio') {
    branches.push(sql`WHEN ${of} AND l.after::integer <> ALL(${editable}) THEN 'noRight'`)
  }
  if (field.kind === 'reference' || field.kind === 'user') {
    branches.push(
      sql`WHEN ${of} AND l.after::integer <> ALL(${choiceIds(tx, field, actor)}) THEN 'unknownChoice'`,
    )
  }
  if (field.kind === 'client') {
    const isBack = field.stored.in === 'custom' && (actor.restores ?? false)
    const readable = sql`${sql.param([...actor.portfolios.keys()])}::integer[]`
    branches.push(sql`WHEN ${of} AND l.after IS NOT NULL AND NOT EXISTS (
      SELECT FROM clients p WHERE p.firm_id = ${tx.firmId} AND p.id = l.after::integer
        AND (p.deleted_at IS NULL OR ${isBack}::boolean)
        AND p.portfolio_id = ANY(${readable})) THEN 'unknownChoice'`)
  }
  return branches
}

/** The members of one set that are not in another. */
const without = (set: SQL, other: SQL): SQL =>
  sql`ARRAY(SELECT unnest(${membersOfText(set)}) EXCEPT SELECT unnest(${membersOfText(other)}))`

/** What a value may be; lists that somebody may have shortened meanwhile are read again. */
function choiceIds(tx: FirmTransaction, field: ClientField, { restores = false }: ChangingActor): SQL {
  const { id, stored, choices = [] } = field
  const offered = choices.filter(({ retired }) => restores || !retired)
  const known = sql`${sql.param(offered.map(({ value }) => Number(value)))}::integer[]`
  if (id === 'assignment.portfolio') return sql`ARRAY(SELECT id FROM portfolios WHERE firm_id = ${tx.firmId})`
  if (stored.in === 'labels') {
    return sql`ARRAY(SELECT id FROM labels WHERE firm_id = ${tx.firmId} AND deleted_at IS NULL)`
  }
  if (stored.in === 'custom' && field.kind !== 'user') {
    return sql`ARRAY(SELECT id FROM custom_field_options
      WHERE firm_id = ${tx.firmId} AND field_id = ${stored.fieldId} AND deleted_at IS NULL)`
  }
  if (stored.in !== 'assignment') return known
  return sql`coalesce(
    (SELECT ${known} FROM assignment_roles WHERE firm_id = ${tx.firmId} AND id = ${stored.roleId}), '{}')`
}

/** What of a line's text compares with the column of a number that a client has to itself. */
const wantedNumber = (field: UniqueField): SQL =>
  field === 'identity.nationalNumber' ? sql`decode(split_part(l.after, '.', 2), 'hex')` : sql`l.after`

/** A number may have been given to somebody else since, also while its client was in the bin. */
async function refuseNumbersTakenSince(
  tx: FirmTransaction,
  range: LineRange,
  fields: readonly ClientField[],
): Promise<number> {
  let refused = 0
  for (const field of UNIQUE_FIELDS) {
    const column = sql.identifier(NUMBER_COLUMNS[field])
    const theirs = sql`o.${column}`
    const shared = field === 'identity.vatNumber' ? notInOneGroup(tx, range) : sql`true`
    if (fields.some(({ id }) => id === field)) {
      refused += await refuseTaken(tx, range, field, sql`${theirs} = ${wantedNumber(field)} AND ${shared}`)
    }
    if (field === 'identity.vatNumber' && fields.some(({ id }) => id === VAT_STATUS)) {
      // Leaving a VAT group, a client would have the group's number to itself.
      refused += await refuseTaken(
        tx,
        range,
        VAT_STATUS,
        sql`l.before = 'vatGroup' AND o.vat_number = ${numberOfSet(tx, range)} AND o.vat_status IS DISTINCT FROM 'vatGroup'`,
      )
    }
    if (fields.some(({ id }) => id === IN_BIN.id)) {
      const mine = sql`c.${column}`
      refused += await refuseTaken(
        tx,
        range,
        IN_BIN.id,
        sql`l.after = 'false' AND ${theirs} = ${mine} AND ${shared}`,
      )
    }
  }
  return refused
}

/** The VAT number that client `c` has once the set is written. */
const numberOfSet = (tx: FirmTransaction, { setId }: LineRange): SQL => sql`coalesce((
    SELECT s.after FROM change_lines s WHERE s.firm_id = ${tx.firmId} AND s.set_id = ${setId}
      AND s.client_id = c.id AND s.field = 'identity.vatNumber' AND s.reason IS NULL
  ), c.vat_number)`

/** The members of a VAT group share its number. */
const notInOneGroup = (tx: FirmTransaction, { setId }: LineRange): SQL => sql`
  o.vat_status IS DISTINCT FROM 'vatGroup' AND coalesce((
    SELECT s.after FROM change_lines s WHERE s.firm_id = ${tx.firmId} AND s.set_id = ${setId}
      AND s.client_id = c.id AND s.field = ${VAT_STATUS} AND s.reason IS NULL
  ), c.vat_status) IS DISTINCT FROM 'vatGroup'`

/**
 * Refuses the lines `l` of a field whose client `c` clashes with another, `o`: one outside the bin that does not change
 * as well, or one that comes out of it before `c` does.
 */
async function refuseTaken(
  tx: FirmTransaction,
  range: LineRange,
  field: string,
  clash: SQL,
): Promise<number> {
  const ofOther = sql`SELECT FROM change_lines theirs WHERE theirs.firm_id = ${tx.firmId}
    AND theirs.set_id = ${range.setId} AND theirs.client_id = o.id AND theirs.field = l.field AND theirs.reason IS NULL`
  const refused = await tx.query(sql`
    UPDATE change_lines l SET reason = 'invalid', problem = 'duplicate'
    FROM clients c
    WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id
      AND ${changingLines(tx, range)} AND l.field = ${field}
      AND EXISTS (
        SELECT FROM clients o WHERE o.firm_id = ${tx.firmId} AND o.id <> c.id AND ${clash} AND CASE
          WHEN o.deleted_at IS NULL THEN NOT EXISTS (${ofOther} AND theirs.after IS DISTINCT FROM l.after)
          ELSE o.id < c.id AND EXISTS (${ofOther} AND theirs.after = 'false') END)
    RETURNING 1`)
  return refused.length
}
