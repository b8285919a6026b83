import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** npm run migration -- name-of-the-change: writes the next migration from the difference between tables and schema. */
const ROOT = join(import.meta.dirname, '..')
const [name] = process.argv.slice(2)

if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Name the migration after what it changes: npm run migration -- client-notes')
  process.exit(1)
}

const kit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs')
const { status } = spawnSync(process.execPath, [kit, 'generate', '--name', name.replaceAll('-', '_')], {
  cwd: ROOT,
  stdio: 'inherit',
})
process.exit(status ?? 1)
