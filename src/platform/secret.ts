import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from './config.ts'

/** The key of this installation: SECRET, or else the one in the data folder, made at the first start. */
export async function loadSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): Promise<string> {
  if (secret !== undefined) return secret
  const file = join(dataDir, 'secret')
  const kept = (await readIfThere(file)) ?? (await keepNewSecret(file, dataDir))
  // A new secret would make what is encrypted with the lost one unreadable for ever.
  if (kept.length < 32) throw new ConfigError([`${file} is damaged: put its backup back, or set SECRET.`])
  return kept
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside, then linked: a crash leaves no half secret, and of two processes the first one's is kept by both. */
async function keepNewSecret(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `secret-${randomUUID()}`)
  try {
    await writeDurably(draft, randomBytes(32).toString('base64url'))
    await link(draft, file).catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(file, 'utf8')).trim()
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
