import { openDatabase } from '#platform/db/database.ts'

/** A process that writes rows into the embedded database of a folder and prints the number of each once it is acknowledged. */
const database = await openDatabase({ dataDir: String(process.argv[2]) })
await database.pool.query('CREATE TABLE IF NOT EXISTS acknowledged (n integer PRIMARY KEY, filler text)')
const { rows } = await database.pool.query('SELECT coalesce(max(n), 0) AS last FROM acknowledged')
for (let n = rows[0].last + 1; ; n++) {
  await database.pool.query(`INSERT INTO acknowledged VALUES ($1, repeat('x', 500))`, [n])
  process.stdout.write(`${n}\n`)
}
