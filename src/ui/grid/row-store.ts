/** Where rows come from: all of those ids that there are, in any order. */
export type LoadRows<Row> = (ids: readonly number[]) => Promise<readonly Row[]>

const MOST_ROWS_KEPT = 10_000

/** The rows seen so far, by id; the oldest are dropped when there are too many. */
export class RowStore<Row extends { id: number }> {
  readonly #rows = new Map<number, Row>()
  readonly #gone = new Set<number>()
  readonly #load: LoadRows<Row>
  readonly #isWhole: (row: Row) => boolean

  /** A row that `isWhole` refuses, for it lacks a value that is shown now, is loaded again. */
  constructor(load: LoadRows<Row>, isWhole: (row: Row) => boolean) {
    this.#load = load
    this.#isWhole = isWhole
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id)
  }

  put(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#rows.delete(row.id)
      this.#rows.set(row.id, row)
      this.#gone.delete(row.id)
    }
    this.#dropOldest()
  }

  /** The ids whose row has to be loaded before it can be shown; those found gone are not asked for again. */
  missing(ids: readonly number[]): number[] {
    return ids.filter(id => {
      const row = this.#rows.get(id)
      return row ? !this.#isWhole(row) : !this.#gone.has(id)
    })
  }

  /** Loads what is missing of those ids. */
  async fill(ids: readonly number[]): Promise<void> {
    const missing = this.missing(ids)
    if (missing.length === 0) return
    const loaded = await this.#load(missing)
    this.put(loaded)
    const found = new Set(loaded.map(row => row.id))
    for (const id of missing) if (!found.has(id)) this.#gone.add(id)
  }

  #dropOldest(): void {
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= MOST_ROWS_KEPT) return
      this.#rows.delete(id)
    }
  }
}
