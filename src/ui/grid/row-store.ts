/** Where rows come from: all of those ids that there are, in any order. */
export type LoadRows<Row> = (ids: readonly number[]) => Promise<readonly Row[]>

const MOST_ROWS_KEPT = 10_000

/** The rows seen so far, by id; the oldest are dropped when there are too many. */
export class RowStore<Row extends { id: number }> {
  readonly #rows = new Map<number, Row>()
  readonly #gone = new Set<number>()
  readonly #loading = new Map<number, Promise<void>>()
  /** Rows that have changed since they were loaded. */
  readonly #expired = new Set<number>()
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

  /** True for a row that was asked for and is not there, or no longer. */
  isGone(id: number): boolean {
    return this.#gone.has(id)
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
    return ids.filter(id => this.isMissing(id))
  }

  isMissing(id: number): boolean {
    if (this.#expired.has(id)) return true
    const row = this.#rows.get(id)
    return row ? !this.#isWhole(row) : !this.#gone.has(id)
  }

  /**
   * Has rows loaded again, all of them without ids. They are shown as they were until then, and what is under way of
   * them no longer counts, for it may have been read before the change.
   */
  expire(ids: readonly number[] = [...this.#rows.keys(), ...this.#gone, ...this.#loading.keys()]): void {
    for (const id of ids) {
      this.#expired.add(id)
      this.#loading.delete(id)
    }
  }

  /** Loads what is missing of those ids, each once however often it is asked for meanwhile. */
  async fill(ids: readonly number[]): Promise<void> {
    const missing = this.missing(ids)
    const underWay = new Set(missing.flatMap(id => this.#loading.get(id) ?? []))
    const wanted = missing.filter(id => !this.#loading.has(id))
    await Promise.all([...underWay, ...(wanted.length ? [this.#fetch(wanted)] : [])])
    // What was under way may lack a value that is wanted since.
    if (underWay.size > 0) await this.fill(ids)
  }

  /** Rows in the order of their ids, without keeping those that had to be loaded: for more than are kept. */
  async read(ids: readonly number[]): Promise<Row[]> {
    const missing = this.missing(ids)
    const loaded = missing.length > 0 ? await this.#load(missing) : []
    const byId = new Map(loaded.map(row => [row.id, row]))
    const absent = new Set(missing)
    return ids.flatMap(id => byId.get(id) ?? (absent.has(id) ? [] : (this.#rows.get(id) ?? [])))
  }

  async #fetch(ids: readonly number[]): Promise<void> {
    const loading: Promise<void> = this.#load(ids).then(loaded => {
      const current = new Set(ids.filter(id => this.#loading.get(id) === loading))
      this.put(loaded.filter(row => current.has(row.id)))
      const found = new Set(loaded.map(row => row.id))
      for (const id of current) {
        this.#expired.delete(id)
        if (found.has(id)) continue
        this.#rows.delete(id)
        this.#gone.add(id)
      }
    })
    for (const id of ids) this.#loading.set(id, loading)
    try {
      await loading
    } finally {
      for (const id of ids) if (this.#loading.get(id) === loading) this.#loading.delete(id)
    }
  }

  #dropOldest(): void {
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= MOST_ROWS_KEPT) return
      this.#rows.delete(id)
    }
  }
}
