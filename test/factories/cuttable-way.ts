import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a database server that can be cut, as when the server or the network goes down. */
export interface CuttableWay {
  /** What leads through here to the database. */
  databaseUrl: string
  /** Breaks every connection and takes no new one. */
  cut(): Promise<void>
  /** Takes connections again. */
  mend(): Promise<void>
}

/** Opens a way to a PostgreSQL server; cut it when it is no longer needed. */
export async function openCuttableWay(serverUrl: string): Promise<CuttableWay> {
  const target = new URL(serverUrl)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
  }
  const way: Server = createServer(incoming => {
    const outgoing = connect(Number(target.port), target.hostname)
    keep(incoming)
    keep(outgoing)
    incoming.pipe(outgoing).pipe(incoming)
    incoming.on('close', () => outgoing.destroy())
    outgoing.on('close', () => incoming.destroy())
  })
  const listen = async (port: number) => {
    way.listen(port, '127.0.0.1')
    await once(way, 'listening')
    return (way.address() as AddressInfo).port
  }
  const port = await listen(0)
  return {
    databaseUrl: Object.assign(new URL(serverUrl), { port: String(port) }).href,
    async cut() {
      way.close()
      for (const socket of open) socket.destroy()
      await once(way, 'close')
    },
    async mend() {
      await listen(port)
    },
  }
}
