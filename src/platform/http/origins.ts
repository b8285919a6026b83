import { AppError } from '#kernel/app-error.ts'

/**
 * The origins whose pages may change something: the public one, and for a server that is started for this machine
 * every name of it.
 */
export function trustedOrigins(publicUrl: string): ReadonlySet<string> {
  const { origin, hostname, protocol, port } = new URL(publicUrl)
  const local = ['localhost', '127.0.0.1', '[::1]']
  if (!local.includes(hostname) && !hostname.startsWith('127.')) return new Set([origin])
  return new Set([origin, ...local.map(name => new URL(`${protocol}//${name}:${port}`).origin)])
}

/**
 * Refuses a change that a page of another origin asks for in the name of the user. Browsers always say where a
 * request comes from, so one that says nothing comes from a program.
 */
export function checkOrigin(method: string, headers: Headers, trusted: ReadonlySet<string>): void {
  if (method === 'GET' || method === 'HEAD') return
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isTrusted = origin === null || origin === 'null' ? isOwnSite(origin, site) : trusted.has(origin)
  if (!isTrusted) throw new AppError('badOrigin', { params: { origin: origin ?? String(site) } })
}

function isOwnSite(origin: string | null, site: string | null): boolean {
  if (site === 'same-origin') return true
  return origin === null && (site === null || site === 'none')
}
