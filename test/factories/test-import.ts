import type { ImportMapping } from '#features/imports/imports-api.ts'
import { checkImport } from '#features/imports/server/check-import.ts'
import { listImportRows } from '#features/imports/server/list-import-rows.ts'
import { showImport } from '#features/imports/server/show-import.ts'
import { stageImport } from '#features/imports/server/stage-import.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import type { Database } from '#platform/db/database.ts'
import { TEST_SECRETS, type TestFirm } from './test-firm.ts'

/** A file with a title, a header in row 3, and a row for each thing that can become of one. */
export const SAMPLE_FILE = `Liste des clients;;;;
;;;;
N° BCE;Dénomination;Forme;CP;E-mail
0403.170.701;Premier SA;SA;1000;info@premier.test
202239951;Deuxième ASBL;017;5000;
0403170701;Encore le premier;SA;1000;
0403.170.702;Chiffres faux SRL;SRL;1000;
;;SRL;1000;
0202.239.951;Adresse fausse;SRL;1000;nobody
`

/** Who a member of a firm is; its administrator unless another one is named. */
export async function actorOf(database: Database, { db }: TestFirm, memberId = db.userId): Promise<Actor> {
  const actor = await findActor(database, { firmId: db.firmId, memberId })
  if (!actor) throw new Error('This user is not active.')
  return actor
}

/** Brings a file, and maps each column as it is guessed. */
export async function stageFile(
  actor: Actor,
  text = SAMPLE_FILE,
): Promise<{ id: number; mapping: ImportMapping }> {
  const file = { name: 'clients.csv', bytes: new TextEncoder().encode(text) }
  const id = await stageImport(actor, file, TEST_SECRETS)
  const [sheet] = (await showImport(actor, id, TEST_SECRETS)).sheets
  const columns = (sheet?.columns ?? []).flatMap(({ column, target }) => (target ? [{ column, target }] : []))
  const [defaultPortfolio = 0] = actor.portfolios.keys()
  return { id, mapping: { sheet: 0, headerRow: sheet?.headerRow ?? 0, columns, defaultPortfolio } }
}

/** Brings a file and tries every row of it. */
export async function checkFile(actor: Actor, text = SAMPLE_FILE): Promise<number> {
  const { id, mapping } = await stageFile(actor, text)
  await checkImport(actor, id, mapping, TEST_SECRETS)
  return id
}

/** What is told of each row: its number, what becomes of it, and the reasons. */
export async function reportOf(actor: Actor, id: number) {
  const { rows } = await listImportRows(actor, id, { offset: 0, limit: 1000 }, TEST_SECRETS)
  return rows.map(({ row, outcome, notes }) => [row, outcome, notes.map(({ reason }) => reason).join(', ')])
}
