import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import { ConfigError } from '#platform/config.ts'
import type { Database } from '#platform/db/database.ts'

interface Wanted {
  /** Its name or number. */
  firm: string
  /** An e-mail address; the firm's first administrator when it is left out. */
  user?: string | undefined
  portfolio?: string | undefined
}

/**
 * Who imports from the command line, and where rows go that name no portfolio: the one that was named, or the only one
 * that this user may change. Throws ConfigError for a firm, user or portfolio that is not there. Messages are English,
 * as those of every command.
 */
export async function findImporter(
  database: Database,
  { firm, user, portfolio }: Wanted,
): Promise<{ actor: Actor; portfolioId: number | null }> {
  const member = await findMember(database, await findFirm(database, firm), user)
  const found = await findActor(database, member)
  if (!found) throw new ConfigError([`--user ${user}: this user is not active.`])
  const actor: Actor = { ...found, preferences: { ...found.preferences, language: 'en' } }
  return { actor, portfolioId: await findPortfolio(actor, portfolio) }
}

async function findFirm({ pool }: Database, firm: string): Promise<number> {
  const { rows } = await pool.query<{ id: number; name: string }>(
    'SELECT firm_id AS id, name FROM firms WHERE name = $1 OR firm_id::text = $1 ORDER BY firm_id',
    [firm],
  )
  const [found] = rows
  if (!found) throw new ConfigError([`--firm "${firm}": there is no such firm.`])
  if (rows.length > 1) {
    throw new ConfigError([
      `--firm "${firm}": several firms have this name; give its number (${rows.map(({ id }) => id)}).`,
    ])
  }
  return found.id
}

async function findMember({ pool }: Database, firmId: number, email: string | undefined) {
  const { rows } = await pool.query<{ id: number }>(
    `SELECT id FROM users WHERE firm_id = $1 AND active
       AND ($2::text IS NULL AND role = 'administrator' OR lower(email) = lower($2)) ORDER BY id LIMIT 1`,
    [firmId, email ?? null],
  )
  const [member] = rows
  if (!member) {
    throw new ConfigError([
      email ? `--user ${email}: this firm has no such user.` : 'This firm has no administrator.',
    ])
  }
  return { firmId, memberId: member.id }
}

async function findPortfolio(actor: Actor, name: string | undefined): Promise<number | null> {
  const editable = editablePortfolios(actor)
  if (name === undefined) return editable.length === 1 ? (editable[0] ?? null) : null
  const { byId } = await getCatalogue(actor.db, editable)
  const found = byId.get('assignment.portfolio')?.choices?.find(({ label }) => label === name)
  if (typeof found?.value === 'number') return found.value
  throw new ConfigError([`--portfolio "${name}": there is no such portfolio that this user may change.`])
}
