import { IN_BIN } from '#features/clients/client-fields.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import { createClients } from '#features/clients/server/create-clients-queries.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { ChangeOrigin } from '../change-set.ts'
import { finishSet } from './apply-queries.ts'
import { insertLines, insertSet, savePlan } from './change-set-queries.ts'
import type { ChangingActor } from './changing-actor.ts'
import type { Line } from './planned-line.ts'

interface Creation {
  origin: Extract<ChangeOrigin, 'creation' | 'import' | 'setup'>
  originName?: string
  /** Values of new clients, which the caller has checked, in pieces of some thousand at most. */
  pieces: Iterable<readonly FieldValues[]> | AsyncIterable<readonly FieldValues[]>
  /** Hears how many clients are written. */
  onProgress?: ((written: number) => void) | undefined
}

/**
 * Creates clients as one applied change set, which says of each that it came out of the bin, so that undoing puts them
 * there. Call it inside a transaction. Answers the set and the ids of the clients in the order of their values.
 */
export async function addClients(
  tx: FirmTransaction,
  { userId }: Pick<ChangingActor, 'userId'>,
  { origin, originName, pieces, onProgress = () => {} }: Creation,
  { catalogue, secrets }: { catalogue: Catalogue; secrets: SecretBox },
): Promise<{ id: number; clientIds: number[] }> {
  const id = await insertSet(tx, { userId, origin, originName })
  const clientIds: number[] = []
  await asWriter(tx, async () => {
    for await (const piece of pieces) {
      const created = await createClients(tx, piece, catalogue, secrets, written =>
        onProgress(clientIds.length + written),
      )
      insertLines(tx, id, created.map(cameOutOfBin))
      clientIds.push(...created)
    }
  })
  const count = clientIds.length
  const planned = {
    id,
    counts: { change: count, unchanged: 0, refused: 0, lines: count },
    refusedLines: 0,
  }
  savePlan(tx, planned, [{ field: IN_BIN.id, clients: count, before: true, after: false }])
  finishSet(tx, id)
  return { id, clientIds }
}

const cameOutOfBin = (clientId: number): Line => ({
  clientId,
  field: IN_BIN,
  before: 'true',
  after: 'false',
  reason: null,
  problem: null,
})
