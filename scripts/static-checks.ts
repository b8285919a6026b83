import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestCount } from './test-counter.ts'

const ROOT = join(import.meta.dirname, '..')

const CHECKS: readonly { name: string; command: readonly [program: string, ...args: string[]] }[] = [
  { name: 'Biome: format and lint', command: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'TypeScript: shared', command: ['typescript/bin/tsc', '--project', 'tsconfig.shared.json'] },
  { name: 'TypeScript: server', command: ['typescript/bin/tsc', '--project', 'tsconfig.server.json'] },
  { name: 'TypeScript: web', command: ['typescript/bin/tsc', '--project', 'tsconfig.web.json'] },
  {
    name: 'TypeScript: tools and tests',
    command: ['typescript/bin/tsc', '--project', 'tsconfig.tools.json'],
  },
  {
    name: 'Import rules',
    command: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'scripts',
      'test',
    ],
  },
  { name: 'Dead code', command: ['knip/bin/knip.js'] },
]

/** What can be checked without running the product; each check counts as one test. */
export async function runStaticChecks(): Promise<TestCount> {
  const count = { passed: 0, failed: 0 }
  for (const { name, command } of CHECKS) {
    const { isFine, output } = await run(command)
    console.log(`${isFine ? '✓' : '✗'} ${name}`)
    if (!isFine) console.log(output)
    count[isFine ? 'passed' : 'failed'] += 1
  }
  return count
}

async function run([program, ...args]: readonly [string, ...string[]]): Promise<{
  isFine: boolean
  output: string
}> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], { cwd: ROOT })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { isFine: code === 0, output }
}
