import { applyPlan } from '#features/change-sets/server/apply-plan.ts'
import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { findActor } from '#features/sign-in/server/actor.ts'
import { openDatabase } from '#platform/db/database.ts'

/** A process that applies a planned change set, and says when it starts and when it is done. */
const [databaseUrl, dataDir = '', firmId, memberId, setId] = process.argv.slice(2)
const database = await openDatabase({ databaseUrl: databaseUrl || undefined, dataDir })
const actor = await findActor(database, { firmId: Number(firmId), memberId: Number(memberId) })
if (!actor) throw new Error('There is no such user.')
const catalogue = await getCatalogue(actor.db, [...actor.portfolios.keys()])
process.stdout.write('applying\n')
await applyPlan(actor, Number(setId), null, catalogue)
process.stdout.write('applied\n')
await database.close()
