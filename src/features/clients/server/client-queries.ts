import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '#kernel/day.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { type Condition, conditionsOf, type Filter } from '#kernel/filters/filter.ts'
import { inLanguage, type Language, LOCALES } from '#kernel/language.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { Sort } from '../clients-api.ts'
import type { ClientField } from '../fields/client-field.ts'
import type { Catalogue } from './client-catalogue.ts'
import { type FieldSql, fieldSql, joinsOf, membersSql, type SqlContext } from './field-sql.ts'
import { compileFilter, composeFilter } from './filter-sql.ts'
import type { SearchTerms } from './search-terms.ts'

/** Clients, as a request names them, among those that the user may read. */
export interface Selection {
  portfolioIds: readonly number[]
  search?: SearchTerms | undefined
  filter?: Filter | undefined
}

export interface QueryContext {
  catalogue: Catalogue
  language: Language
  today: Day
  /** Every portfolio that the user may read, whatever part of them the request is about. */
  readablePortfolios: readonly number[]
}

export interface MatchingClients {
  /** The ids in order, as they stand in a JSON array: `4,8,15`. */
  idList: string
  matched: number
  /** Clients in the portfolios, whatever the filter; the bin left out. */
  total: number
}

/** The ids of all clients that match, in order. */
export async function findMatchingClients(
  db: FirmDb,
  selection: Selection,
  sort: Sort,
  context: QueryContext,
): Promise<MatchingClients> {
  const chosen = compileSelection(db, selection, context)
  const order = compileSort(sort, context, sqlContext(db, context))
  const [found] = await db.query<{ ids: string | null; matched: number; total: number }>(sql`
    SELECT array_agg(id)::text AS ids, count(*)::integer AS matched,
      (SELECT count(*)::integer FROM clients c WHERE ${inPortfolios(db, selection)}) AS total
    FROM (
      SELECT c.id FROM clients c ${joinsOf(order.uses)}
      WHERE ${chosen} ORDER BY ${order.by}
    ) AS matching`)
  return { idList: (found?.ids ?? '{}').slice(1, -1), matched: found?.matched ?? 0, total: found?.total ?? 0 }
}

/** More columns than this PostgreSQL would not select at once; chips have some dozens. */
const MOST_CONDITIONS = 1000

/** How many clients of the portfolios each filter keeps, in one pass over them unless the filters are very many. */
export async function countMatchingClients(
  db: FirmDb,
  selection: Selection,
  filters: readonly Filter[],
  context: QueryContext,
): Promise<number[]> {
  const counts: number[] = []
  for (const some of inPasses(filters)) counts.push(...(await countInOnePass(db, selection, some, context)))
  return counts
}

function inPasses(filters: readonly Filter[]): Filter[][] {
  const passes: Filter[][] = []
  let conditions = MOST_CONDITIONS
  for (const filter of filters) {
    conditions += conditionsOf(filter).length
    if (conditions >= MOST_CONDITIONS) {
      passes.push([])
      conditions = conditionsOf(filter).length
    }
    passes.at(-1)?.push(filter)
  }
  return passes
}

async function countInOnePass(
  db: FirmDb,
  selection: Selection,
  filters: readonly Filter[],
  context: QueryContext,
): Promise<number[]> {
  const distinct = distinctConditions(filters, condition =>
    compileFilter(condition, context.catalogue.byId, sqlContext(db, context)),
  )
  const tested = [...distinct.values()].map(({ name, compiled }) => sql`${compiled} AS ${name}`)
  const counts = filters.map(
    filter =>
      sql`count(*) FILTER (WHERE ${composeFilter(filter, condition => distinct.get(keyOf(condition))?.name ?? sql`false`)})`,
  )
  // OFFSET 0 keeps the planner from putting each condition back in every place that names it.
  const [row] = await db.query<{ counts: number[] }>(sql`
    SELECT ARRAY[${sql.join(counts, sql`, `)}]::integer[] AS counts
    FROM (
      SELECT ${sql.join([sql`c.id`, ...tested], sql`, `)}
      FROM clients c WHERE ${inPortfolios(db, selection)} OFFSET 0
    ) AS tested`)
  return row?.counts ?? []
}

/** Chips have conditions in common, *actif* above all: each is tested once per client, under a name of its own. */
function distinctConditions(filters: readonly Filter[], compile: (condition: Condition) => SQL) {
  const distinct = new Map<string, { name: SQL; compiled: SQL }>()
  for (const condition of filters.flatMap(conditionsOf)) {
    const key = keyOf(condition)
    if (distinct.has(key)) continue
    distinct.set(key, { name: sql.raw(`test_${distinct.size}`), compiled: compile(condition) })
  }
  return distinct
}

const keyOf = ({ field, op, value }: Condition): string => JSON.stringify([field, op, value])

export interface CountedValue {
  /** One of the spellings of a text, whose folded form is `value`. */
  spelling?: string | null
  /** The name of what the value is the id of. */
  name?: string | null
  value: string | number | boolean | null
  count: number
}

/** Every value of a field among the clients that match, with how often it occurs; null stands for missing. */
export async function countValues(
  db: FirmDb,
  field: ClientField,
  selection: Selection,
  context: QueryContext,
): Promise<CountedValue[]> {
  const chosen = compileSelection(db, selection, context)
  if (familyOf(field) === 'set') {
    const { member, satellite } = membersSql(field, sqlContext(db, context))
    return db.query(sql`
      SELECT ${member} AS value, count(*)::integer AS count
      FROM clients c ${joinsOf([{ satellite }])} WHERE ${chosen} GROUP BY 1`)
  }
  const stored = fieldSql(field, sqlContext(db, context))
  const joins = joinsOf([stored])
  if (familyOf(field) === 'secret') {
    return db.query(sql`
      SELECT ${stored.value} IS NOT NULL AS value, count(*)::integer AS count
      FROM clients c ${joins} WHERE ${chosen} GROUP BY 1`)
  }
  // Spellings that compare as equal are one value, so that its count is what ticking it keeps.
  const key = stored.folded ?? stored.value
  return db.query(sql`
    SELECT min(${stored.folded ? stored.value : NO_TEXT}) AS spelling, min(${stored.name ?? NO_TEXT}) AS name,
      ${key} AS value, count(*)::integer AS count
    FROM clients c ${joins} WHERE ${chosen} GROUP BY ${key} ORDER BY ${key} NULLS LAST`)
}

const NO_TEXT = sql`NULL::text`

const sqlContext = (db: FirmDb, { today, readablePortfolios }: QueryContext): SqlContext => ({
  firmId: db.firmId,
  today,
  readablePortfolios,
})

function compileSelection(db: FirmDb, selection: Selection, context: QueryContext): SQL {
  const { catalogue } = context
  const parts = [inPortfolios(db, selection)]
  if (selection.filter) parts.push(compileFilter(selection.filter, catalogue.byId, sqlContext(db, context)))
  if (selection.search) parts.push(found(selection.search))
  return sql.join(parts, sql` AND `)
}

const inPortfolios = (db: FirmDb, { portfolioIds }: Selection): SQL =>
  sql`c.firm_id = ${db.firmId} AND c.deleted_at IS NULL AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`

// As an array the ids that were found are looked up; joined, all clients would be read to find them.
const found = ({ patterns, nationalNumberHash }: SearchTerms): SQL =>
  sql`c.id = ANY(ARRAY(SELECT search_clients(${sql.param(patterns)}::text[], ${nationalNumberHash ?? null}::bytea)))`

function compileSort(
  sort: Sort,
  { catalogue, language }: QueryContext,
  context: SqlContext,
): { by: SQL; uses: FieldSql[] } {
  const uses: FieldSql[] = []
  const terms = sort.map(({ field: id, desc }) => {
    const field = catalogue.byId.get(id)
    if (!field) throw new Error(`Sorting by ${id}, which was not checked to exist`)
    const stored = fieldSql(field, context)
    uses.push(stored)
    return sql`${sortKey(field, stored, language)} ${sql.raw(desc ? 'DESC' : 'ASC')} NULLS LAST`
  })
  return { by: sql.join([...terms, sql`c.name_folded`, sql`c.id`], sql`, `), uses }
}

/** Choices sort by their label in the user's language, texts by their folded form, anything else by value. */
function sortKey(field: ClientField, stored: FieldSql, language: Language): SQL {
  if (stored.folded) return stored.folded
  if (stored.name) return sql`fold_text(${stored.name})`
  if (familyOf(field) !== 'choice' || !field.choices) return stored.value
  const collator = new Intl.Collator(LOCALES[language], { numeric: true })
  const labels = field.choices.map(({ value, label, short }) => ({
    value,
    label: inLanguage(short ?? label, language),
  }))
  const sorted = labels.sort((a, b) => collator.compare(a.label, b.label)).map(({ value }) => value)
  const type = sql.raw(field.kind === 'choice' ? 'text' : 'integer')
  return sql`array_position(${sql.param(sorted)}::${type}[], ${stored.value})`
}
