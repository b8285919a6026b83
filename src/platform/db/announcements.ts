import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Who hears what is announced with NOTIFY on a channel, by this process or another. */
export interface Hearing {
  onMessage(payload: string): void
  /** The connection was lost and is back: something may have been announced meanwhile. */
  onMissed(): void
}

const PAUSE_MS = 500

/**
 * Listens on a connection of its own, for as long as it takes: one that breaks is replaced. Answers what ends it.
 */
export function hearServer(connectionString: string, channel: string, hearing: Hearing): () => Promise<void> {
  const state = { client: undefined as pg.Client | undefined, ended: false }
  const listening = listenUntilEnded()
  return async () => {
    state.ended = true
    await state.client?.end().catch(() => {})
    await listening
  }

  async function listenUntilEnded(): Promise<void> {
    for (let isFirst = true; !state.ended; isFirst = false) {
      await listenOnce(() => {
        if (!isFirst) hearing.onMissed()
      }).catch(() => {})
      if (!state.ended) await pause(PAUSE_MS)
    }
  }

  async function listenOnce(onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'fiduscope announcements',
    })
    const lost = new Promise<void>(resolve => client.once('end', resolve).on('error', () => resolve()))
    client.on('notification', ({ payload = '' }) => hearing.onMessage(payload))
    state.client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
      onListening()
      await lost
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** Listens on the one connection that the embedded database has, whenever it is opened. */
export function hearEmbedded(pool: pg.Pool, channel: string, hearing: Hearing): void {
  const onConnect = (client: pg.PoolClient) => {
    client.on('notification', onNotification)
    void client.query(`LISTEN ${client.escapeIdentifier(channel)}`).catch(() => {})
  }
  const onNotification = (message: pg.Notification) => {
    if (message.channel === channel) hearing.onMessage(message.payload ?? '')
  }
  pool.on('connect', onConnect)
  // The connection may be there already.
  void pool
    .connect()
    .then(client => {
      if (!client.listeners('notification').includes(onNotification)) onConnect(client)
      client.release()
    })
    .catch(() => {})
}
