import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server that tests may fill with databases of their own. */
export interface PostgresServer {
  /** As a superuser. */
  url: string
  version: string
  origin: 'TEST_DATABASE_URL' | 'started here'
  stop(): Promise<void>
}

/**
 * The server for this run's tests: the one that TEST_DATABASE_URL names, or else one started from the binaries of this
 * machine. Undefined where there are none, which CI does not accept.
 */
export async function openPostgresServer(): Promise<PostgresServer | undefined> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, version: await versionOf(url), origin: 'TEST_DATABASE_URL', stop: async () => {} }
  const binaries = process.platform === 'win32' ? undefined : findBinaries()
  if (binaries) return startServer(binaries)
  if (process.env.CI) {
    throw new Error(
      'In CI the tests run on PostgreSQL as well: install its server, or set TEST_DATABASE_URL.',
    )
  }
  return undefined
}

/** The folder of `initdb` and `postgres`; Debian keeps them off the PATH, one folder per version. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map(version => join(debian, version, 'bin')),
  ]
  return folders.find(folder => ['initdb', 'postgres'].every(name => existsSync(join(folder, name))))
}

/**
 * Runs what it is given, and ends it and removes its folder when nobody holds the other end of its input any more: so
 * also when this process is killed.
 */
const KEEPER =
  'folder=$1; shift; "$@" > "$folder/log" 2>&1 & read -r _; kill -INT $!; wait $!; rm -rf "$folder"'

async function startServer(binaries: string): Promise<PostgresServer> {
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(tmpdir(), 'fiduscope-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  createCluster(join(binaries, 'initdb'), data, user)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=']
  const server = [join(binaries, 'postgres'), '-D', data, ...settings.flatMap(setting => ['-c', setting])]
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', folder, ...server], {
    ...user,
    cwd: folder,
    // Out of reach of a Ctrl+C, which would end the keeper before its server.
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const stop = async () => {
    keeper.stdin?.end()
    if (keeper.exitCode === null) await once(keeper, 'exit')
  }
  try {
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    return { url, version: await whenReady(url), origin: 'started here', stop }
  } catch (error) {
    const log = readFileSync(join(folder, 'log'), 'utf8')
    await stop()
    throw new Error(`The PostgreSQL server for the tests does not start: ${log}`, { cause: error })
  }
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map(line => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  )
  return accounts.get('postgres') ?? accounts.get('nobody')
}

function createCluster(initdb: string, data: string, user: { uid: number; gid: number } | undefined): void {
  // The plainest locale: nothing may hang on how one machine compares text.
  const args = ['-D', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C']
  const { status, stderr, error } = spawnSync(initdb, args, { ...user, cwd: tmpdir(), encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`initdb failed: ${stderr}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function whenReady(url: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await versionOf(url)
    } catch (error) {
      if (attempt > 150) throw error
      await sleep(200)
    }
  }
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version.split(' ')[0] ?? ''
  } finally {
    await client.end()
  }
}
