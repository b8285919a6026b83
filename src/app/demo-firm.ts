import { addClients } from '#features/change-sets/server/add-clients.ts'
import { applyLines } from '#features/change-sets/server/apply-change-set.ts'
import type { ChangingActor } from '#features/change-sets/server/changing-actor.ts'
import { planChanges } from '#features/change-sets/server/plan-changes.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { DEFAULT_INVOICE_FORMATS } from '#features/firm/default-lists.ts'
import { demoClients } from '#features/firm/demo/demo-clients.ts'
import {
  DEMO_FIRM_NAME,
  DEMO_LABELS,
  DEMO_PORTFOLIOS,
  DEMO_SAVED_FILTERS,
  DEMO_USERS,
} from '#features/firm/demo/demo-firm.ts'
import {
  invoiceFormats,
  labels,
  portfolioMembers,
  portfolios,
  users,
} from '#features/firm/server/firm-tables.ts'
import { savedFilters } from '#features/saved-filters/server/saved-filter-tables.ts'
import { belgianDay } from '#kernel/day.ts'
import { createCredentials, findTakenEmails, setPasswords } from '#platform/auth/create-credentials.ts'
import { makePassword } from '#platform/auth/make-password.ts'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, type FirmTransaction, openFirmDb } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { findPayers } from './demo-firm-queries.ts'
import { setUpFirm } from './set-up-firm.ts'

interface DemoSettings {
  /** How many clients the firm gets. */
  clients: number
  /** Made when it is not given. */
  password?: string | undefined
  /** Hears how many clients of a new firm are written. */
  onProgress?: ((written: number) => void) | undefined
}

/** How to sign in to the demonstration; the password is known only when it was given or made just now. */
export interface DemoSignIn {
  email: string
  password?: string
}

/** The seed of the invented clients: the same firm on every machine. */
const SEED = 2024

/**
 * Gives an installation without any firm the demo firm *Fiduciaire Démo*, and its users their password; one that was
 * interrupted is finished. Undefined when the installation has a firm that is no demonstration.
 */
export async function ensureDemoFirm(
  database: Database,
  secrets: SecretBox,
  { clients, password, onProgress }: DemoSettings,
): Promise<DemoSignIn | undefined> {
  const { rows } = await database.pool.query<{ id: number; fictional: boolean }>(
    'SELECT firm_id AS id, fictional FROM firms ORDER BY firm_id',
  )
  if (rows.length === 0) await createDemoFirm(database, secrets, clients, onProgress)
  else if (!rows.some(({ fictional }) => fictional)) return undefined
  return letDemoUsersIn(database, password)
}

/** Creates the demo firm with so many invented clients, without sign-ins. */
async function createDemoFirm(
  database: Database,
  secrets: SecretBox,
  count: number,
  onProgress?: DemoSettings['onProgress'],
): Promise<FirmDb> {
  const firm = { name: DEMO_FIRM_NAME, fictional: true, portfolios: DEMO_PORTFOLIOS.map(nameAndColor) }
  const db = await setUpFirm(database, firm, tx => fillDemoFirm(tx, secrets, count, onProgress))
  await database.pool.query('VACUUM ANALYZE')
  return db
}

/**
 * Adds invented clients to the demo firm until it has `count`, and answers how many it has; 0 when the installation has
 * no demo firm. The ones that are there already are left as they are.
 */
export async function growDemoFirm(
  database: Database,
  secrets: SecretBox,
  count: number,
  onProgress?: DemoSettings['onProgress'],
): Promise<number> {
  const { rows } = await database.pool.query<{ id: number; clients: number }>(
    `SELECT firm_id AS id, (SELECT count(*) FROM clients c WHERE c.firm_id = f.firm_id) AS clients
     FROM firms f WHERE fictional ORDER BY firm_id LIMIT 1`,
  )
  const [firm] = rows
  if (!firm || firm.clients >= count) return firm?.clients ?? 0
  const db = openFirmDb(database, firm.id, 0)
  await db.transaction(async tx => {
    await writeClients(tx, secrets, { count, from: firm.clients, onProgress })
  })
  await database.pool.query('VACUUM ANALYZE')
  return count
}

async function fillDemoFirm(
  tx: FirmTransaction,
  secrets: SecretBox,
  count: number,
  onProgress?: DemoSettings['onProgress'],
): Promise<void> {
  const userIds = await insertUsers(tx)
  await insertPortfolioMembers(tx, userIds)
  await tx.insert(labels, DEMO_LABELS)
  await tx.insert(
    savedFilters,
    DEMO_SAVED_FILTERS.map(({ owner, ...filter }) => ({ ...filter, ownerId: userIds.get(owner) ?? 0 })),
  )
  await writeClients(tx, secrets, { count, from: 0, onProgress })
}

interface Invention {
  count: number
  /** The ones before are there already. */
  from: number
  onProgress: DemoSettings['onProgress']
}

async function writeClients(
  tx: FirmTransaction,
  secrets: SecretBox,
  { count, from, onProgress }: Invention,
): Promise<void> {
  const { invented, catalogue } = await inventClients(tx, count)
  const pieces = inPieces(invented.slice(from))
  await addClients(tx, NOBODY, { origin: 'setup', pieces, onProgress }, { catalogue, secrets })
  await linkPayers(tx, catalogue, secrets)
}

const NOBODY = { userId: null }

const CLIENTS_PER_PIECE = 2_000

function* inPieces<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += CLIENTS_PER_PIECE)
    yield all.slice(start, start + CLIENTS_PER_PIECE)
}

/** Some people are billed to a company. */
async function linkPayers(tx: FirmTransaction, catalogue: Catalogue, secrets: SecretBox): Promise<void> {
  const people = await findPayers(tx)
  const payers = new Map(people.map(({ id, payer }) => [id, payer]))
  const field = catalogue.byId.get('billing.billedTo')
  if (!field) throw new Error('Clients cannot be billed to others.')
  const all = new Map((await tx.select(portfolios)).map(({ id }) => [id, 'manage' as const]))
  const actor: ChangingActor = { ...NOBODY, db: tx, role: 'administrator', portfolios: all }
  const planned = await planChanges(
    tx,
    actor,
    {
      origin: 'setup',
      selection: { ids: payers.size },
      clientIds: [...payers.keys()],
      fields: [field],
      cellsOf: id => [{ field, change: () => payers.get(id) ?? null }],
    },
    { catalogue, secrets },
  )
  await applyLines(tx, actor, planned, catalogue)
}

/** The first so many invented clients, with the ids that things have in this firm. */
async function inventClients(tx: FirmTransaction, count: number) {
  const portfolioIds = idsOf(await tx.select(portfolios), DEMO_PORTFOLIOS.map(nameOf), nameOf)
  const invented = demoClients({
    count,
    seed: SEED,
    today: belgianDay(new Date()),
    portfolioIds,
    userIds: idsOf(await tx.select(users), DEMO_USERS.map(emailOf), emailOf),
    labelIds: idsOf(await tx.select(labels), DEMO_LABELS.map(nameOf), nameOf),
    invoiceFormatIds: idsOf(await tx.select(invoiceFormats), DEFAULT_INVOICE_FORMATS, nameOf),
  })
  return { invented, catalogue: await getCatalogue(tx, portfolioIds) }
}

async function insertUsers(tx: FirmTransaction): Promise<Map<string, number>> {
  const members = await tx.insert(
    users,
    DEMO_USERS.map(({ name, email, role, language }) => ({ name, email, role, preferences: { language } })),
  )
  return new Map(members.map(({ email, id }) => [email, id]))
}

async function insertPortfolioMembers(
  tx: FirmTransaction,
  userIds: ReadonlyMap<string, number>,
): Promise<void> {
  const filed = new Map((await tx.select(portfolios)).map(({ name, id }) => [name, id]))
  const portfolioId = (name: string) => filed.get(name) ?? 0
  await tx.insert(
    portfolioMembers,
    DEMO_PORTFOLIOS.flatMap(({ name, members }) =>
      Object.entries(members).map(([email, level]) => ({
        portfolioId: portfolioId(name),
        userId: userIds.get(email) ?? 0,
        level,
      })),
    ),
  )
}

/** Gives the demo users their sign-ins, unless they have them, and the password that the settings name. */
async function letDemoUsersIn(database: Database, given: string | undefined): Promise<DemoSignIn> {
  const signingIn = DEMO_USERS.filter(({ signsIn }) => signsIn)
  const [admin] = signingIn
  if (!admin) throw new Error('The demo firm has no user who signs in.')
  const emails = signingIn.map(({ email }) => email)
  if ((await findTakenEmails(database, emails)).length > 0) {
    if (given === undefined) return { email: admin.email }
    await setPasswords(database, emails, given)
    return { email: admin.email, password: given }
  }
  const password = given ?? makePassword()
  const { rows } = await database.pool.query<{
    firmId: number
    memberId: number
    email: string
    name: string
  }>(
    `SELECT u.firm_id AS "firmId", u.id AS "memberId", u.email, u.name
     FROM users u JOIN firms f USING (firm_id) WHERE f.fictional AND u.email = ANY($1)`,
    [emails],
  )
  await createCredentials(
    database,
    rows.map(member => ({ ...member, password })),
  )
  return { email: admin.email, password }
}

const nameAndColor = ({ name, color }: { name: string; color: string }) => ({ name, color })
const nameOf = ({ name }: { name: string }) => name
const emailOf = ({ email }: { email: string }) => email

/** The ids of rows in the order of their keys. */
const idsOf = <T extends { id: number }>(
  rows: readonly T[],
  keys: readonly string[],
  keyOf: (row: T) => string,
) => keys.map(key => rows.find(row => keyOf(row) === key)?.id ?? 0)
