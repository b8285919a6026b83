import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SCREEN = join(ROOT, 'dist/web')
/** What the screen in `dist/web` was built from. */
const STAMP = join(ROOT, 'dist/web.stamp')

/** Builds the browser part into `dist/web`, unless it is there and nothing that it is made from has changed. */
export async function buildScreen(): Promise<void> {
  const stamp = inputsHash()
  if (existsSync(join(SCREEN, 'index.html')) && readIfThere(STAMP) === stamp) return
  console.error('Building the screen…')
  await viteBuild()
  writeFileSync(STAMP, stamp)
}

/** By path, time and size; the server side and the tests are no part of the screen. */
function inputsHash(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map(file => `src/${file.replaceAll(sep, '/')}`)
    .filter(file => !/^src\/platform\/|\/server\/|\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...sources, 'vite.config.ts', 'package-lock.json'].sort()) {
    const stats = statSync(join(ROOT, file))
    if (stats.isFile()) hash.update(`${file} ${stats.mtimeMs} ${stats.size}\n`)
  }
  return hash.digest('hex')
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** In a process of its own: the server need not carry the memory that it takes. */
async function viteBuild(): Promise<void> {
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    // Vitest sets it to `test`, which would build React's slow half for development into the screen.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const end = () => vite.kill()
  process.once('exit', end)
  const [code] = await once(vite, 'exit')
  process.off('exit', end)
  if (code !== 0) throw new Error('The screen could not be built: see above.')
}
