import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { AppError } from '#kernel/app-error.ts'
import type { SecretBox } from '../secret-box.ts'
import type { FirmDb, FirmTransaction } from './firm-db.ts'

/** A request that its sender named, so that it can be sent again without a second effect. */
export interface NamedRequest {
  /** The `Idempotency-Key`; without one, each request stands for itself. */
  key: string | null
  /** What is asked, by which the same key for something else is refused. */
  asked: unknown
  /** Keys what is kept of it, where a national number may be in it. */
  secrets?: SecretBox
}

const MAX_KEY_LENGTH = 200

/**
 * Does `work` in one transaction, and answers what it answered the first time when the same user sends the same request
 * again. A request that comes while the first is under way waits for it. Throws conflict for a key that was used for
 * something else, badInput for one that cannot be one.
 */
export function onceOnly<Answer>(
  db: FirmDb,
  { key, asked, secrets }: NamedRequest,
  work: (tx: FirmTransaction) => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return db.transaction(work)
  if (key === '' || key.length > MAX_KEY_LENGTH) {
    throw new AppError('badInput', {
      fields: [{ path: 'Idempotency-Key', problem: 'textTooLong', params: { count: MAX_KEY_LENGTH } }],
    })
  }
  const text = JSON.stringify(asked)
  const hash = (secrets?.hash(db.firmId, text) ?? createHash('sha256').update(text).digest()).toString('hex')
  return db.transaction(async tx => {
    const known = await takeKey<Answer>(tx, key, hash)
    if (known) return known.answer
    const answer = await work(tx)
    await tx.query(sql`
      UPDATE idempotency_keys SET answer = ${JSON.stringify(answer)}::json
      WHERE firm_id = ${tx.firmId} AND user_id = ${tx.userId} AND key = ${key}`)
    return answer
  })
}

/** The answer that was given under a key, or nothing when the key is new, which it then is no more. */
async function takeKey<Answer>(
  tx: FirmTransaction,
  key: string,
  hash: string,
): Promise<{ answer: Answer } | undefined> {
  const taken = await tx.query(sql`
    INSERT INTO idempotency_keys (firm_id, user_id, key, request_hash)
    VALUES (${tx.firmId}, ${tx.userId}, ${key}, ${hash}) ON CONFLICT DO NOTHING RETURNING 1`)
  if (taken.length > 0) return undefined
  const [known] = await tx.query<{ hash: string; answer: Answer }>(sql`
    SELECT request_hash AS hash, answer FROM idempotency_keys
    WHERE firm_id = ${tx.firmId} AND user_id = ${tx.userId} AND key = ${key}`)
  if (known?.hash !== hash) throw new AppError('conflict')
  return known
}
