import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

export interface Listening {
  /** The one that was given, or the free one that was found for 0. */
  port: number
  /** Takes no new request, lets the ones under way end, and cuts off those that do not within two seconds. */
  close(): Promise<void>
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

const GRACE_MS = 2_000

/** Answers HTTP requests. Throws the system's error when the port cannot be had (EADDRINUSE, EACCES). */
export async function listen(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      // Against clients that send a request byte by byte to keep the connection busy.
      headersTimeout: 30_000,
      // 50 MB take this long at 3.5 Mbit/s.
      requestTimeout: 120_000,
      connectionsCheckingInterval: 5_000,
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cutOff)
}
