import { resolve } from 'node:path'

/** The settings of one process, read once at the start from the environment. */
export interface Config {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** A PostgreSQL server; without it the database is the embedded one, in `dataDir`. */
  databaseUrl?: string
  /** The origin that users type, without a slash at the end. */
  publicUrl: string
  /** Given by the environment; `loadSecret` makes one otherwise. */
  secret?: string
  demoClients: number
  demoPassword?: string
}

/** Settings that cannot be used, all of them at once, each with what is accepted. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; throws a ConfigError that lists every one that cannot be used. An empty variable counts as absent. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = <T>(name: string, setting: Setting<T>): T | undefined => {
    const text = env[name]?.trim()
    if (!text) return undefined
    const value = setting.read(text)
    if (value === undefined)
      problems.push(`${name}${setting.shown(text)} cannot be used: ${setting.accepted}.`)
    return value
  }

  const port = read('PORT', wholeNumber(0, 65_535)) ?? 3000
  const host = read('HOST', hostName) ?? '127.0.0.1'
  const dataDir = resolve(env.DATA_DIR?.trim() || 'data')
  const databaseUrl = read('DATABASE_URL', postgresUrl)
  const publicUrl = read('PUBLIC_URL', origin) ?? localUrl(host, port)
  const secret = read('SECRET', secretOfAtLeast(32))
  const demoClients = read('DEMO_CLIENTS', wholeNumber(0, 100_000)) ?? 1500
  const demoPassword = read('DEMO_PASSWORD', secretOfAtLeast(8))

  if (problems.length > 0) throw new ConfigError(problems)
  return {
    port,
    host,
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    publicUrl,
    ...(secret !== undefined && { secret }),
    demoClients,
    ...(demoPassword !== undefined && { demoPassword }),
  }
}

/** The address of a server that listens on this host and port, as this machine reaches it. */
export function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** How one variable is read, what of a bad value may be shown, and what would have been accepted. */
interface Setting<T> {
  read(text: string): T | undefined
  shown(text: string): string
  accepted: string
}

const quoted = (text: string) => ` "${text}"`
const withheld = () => ''

function wholeNumber(from: number, to: number): Setting<number> {
  return {
    read(text) {
      const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return number >= from && number <= to ? number : undefined
    },
    shown: quoted,
    accepted: `a whole number from ${from} to ${to} is accepted`,
  }
}

function secretOfAtLeast(length: number): Setting<string> {
  return {
    read: text => (text.length >= length ? text : undefined),
    shown: withheld,
    accepted: `at least ${length} characters are needed`,
  }
}

const hostName: Setting<string> = {
  read: text => (/^[\w.:%-]+$/.test(text) ? text : undefined),
  shown: quoted,
  accepted: 'a host name or an IP address is accepted, such as 127.0.0.1 or 0.0.0.0',
}

const postgresUrl: Setting<string> = {
  read(text) {
    const url = parseUrl(text)
    return url && ['postgres:', 'postgresql:'].includes(url.protocol) ? text : undefined
  },
  // There may be a password in it.
  shown: text => quoted(`${parseUrl(text)?.protocol ?? ''}…`),
  accepted: 'an address such as postgres://user:password@host:5432/database is accepted',
}

const origin: Setting<string> = {
  read(text) {
    const url = parseUrl(text)
    const usable = url && ['http:', 'https:'].includes(url.protocol) && `${url.origin}/` === url.href
    return usable ? url.origin : undefined
  },
  shown: quoted,
  accepted: 'an http or https address without a path is accepted, such as https://fiduscope.example.be',
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
