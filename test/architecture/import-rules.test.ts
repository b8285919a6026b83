import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

interface Report {
  modules: { source: string; dependencies: { resolved: string }[] }[]
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[]
    ruleSetUsed: { forbidden: { name: string }[] }
  }
}

/** Each line is a file, what it imports, and the rule that this breaks. */
const FORBIDDEN: readonly [file: string, imported: string, rule: string][] = [
  ['src/kernel/a.ts', '#platform/tool.ts', 'kernel-is-pure'],
  ['src/kernel/b.ts', 'node:fs', 'kernel-is-pure'],
  ['src/kernel/c.ts', 'pg', 'kernel-is-pure'],
  ['src/platform/a.ts', '#ui/button.tsx', 'platform-knows-no-product'],
  ['src/platform/b.ts', '#features/dogs/dog.ts', 'platform-knows-no-product'],
  ['src/ui/a.tsx', '#platform/tool.ts', 'ui-knows-no-product'],
  ['src/ui/b.tsx', '#features/dogs/dog.ts', 'ui-knows-no-product'],
  ['src/features/cats/server/a.ts', '#app/routes.ts', 'features-know-no-app'],
  ['src/features/cats/a.ts', './server/feed-cats.ts', 'feature-root-is-pure'],
  ['src/features/cats/b.ts', './web/basket.tsx', 'feature-root-is-pure'],
  ['src/features/cats/c.ts', '#platform/tool.ts', 'feature-root-is-pure'],
  ['src/features/cats/d.ts', 'node:fs', 'feature-root-is-pure'],
  ['src/features/cats/demo/a.ts', './../server/feed-cats.ts', 'feature-root-is-pure'],
  ['src/features/cats/texts/deep/fr.ts', '#ui/button.tsx', 'feature-root-is-pure'],
  ['src/features/cats/server/b.ts', '../web/basket.tsx', 'server-without-web'],
  ['src/features/cats/server/c.ts', '#ui/button.tsx', 'server-without-web'],
  ['src/app/a.ts', '#features/cats/web/basket.tsx', 'server-without-web'],
  ['src/features/cats/web/a.tsx', '../server/feed-cats.ts', 'web-without-server'],
  ['src/features/cats/web/b.tsx', '#platform/tool.ts', 'web-without-server'],
  ['src/app/web/a.tsx', '#app/routes.ts', 'web-without-server'],
  ['src/features/cats/web/c.tsx', '#features/dogs/web/kennel.tsx', 'other-feature-web'],
  ['src/features/cats/server/d.ts', '#features/dogs/server/walk-dogs.ts', 'other-feature-server'],
  [
    'src/features/saved-filters/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-saved-filters',
  ],
  [
    'src/features/imports/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-imports',
  ],
  [
    'src/features/change-sets/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-change-sets',
  ],
  ['src/features/labels/server/a.ts', '#features/dogs/server/walk-dogs.ts', 'other-feature-server-of-labels'],
  ['src/features/firm/server/a.ts', '#features/dogs/server/walk-dogs.ts', 'other-feature-server-of-firm'],
  [
    'src/features/collaborators/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-collaborators',
  ],
  [
    'src/features/portfolios/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-portfolios',
  ],
  [
    'src/features/assignment-roles/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-assignment-roles',
  ],
  [
    'src/features/custom-fields/server/a.ts',
    '#features/dogs/server/walk-dogs.ts',
    'other-feature-server-of-custom-fields',
  ],
  ['src/features/loupe/server/a.ts', '#features/dogs/server/walk-dogs.ts', 'other-feature-server-of-loupe'],
  ['src/features/clients/server/a.ts', '#platform/db/as-writer.ts', 'only-change-sets-write-clients'],
  ['src/platform/c.ts', './not-there.ts', 'import-is-found'],
  ['src/platform/d.ts', '#test/factory.ts', 'product-without-tests'],
  ['src/platform/e.ts', 'vitest', 'product-without-dev-dependencies'],
]

const ALLOWED: readonly [file: string, imported: string][] = [
  ['src/kernel/z.ts', 'zod'],
  ['src/kernel/z.test.ts', 'vitest'],
  ['src/platform/z.ts', '#kernel/z.ts'],
  ['src/ui/z.tsx', '#kernel/z.ts'],
  ['src/features/cats/y.ts', '#kernel/z.ts'],
  ['src/features/cats/z.ts', '#features/dogs/dog.ts'],
  ['src/features/cats/server/y.ts', '#platform/tool.ts'],
  ['src/features/cats/server/z.ts', '#features/dogs/dog.ts'],
  ['src/features/cats/web/y.tsx', '#ui/button.tsx'],
  ['src/features/cats/server/x.ts', '#features/firm/server/firm-tables.ts'],
  ['src/features/saved-filters/server/y.ts', '#features/firm/server/firm-tables.ts'],
  ['src/features/saved-filters/server/z.ts', '#features/clients/server/client-catalogue.ts'],
  ['src/features/change-sets/server/z.ts', '#platform/db/as-writer.ts'],
  ['src/app/z.ts', '#features/dogs/server/walk-dogs.ts'],
  ['src/app/web/z.tsx', '#features/dogs/web/kennel.tsx'],
]

/** What the imports above land on. */
const LANDED_ON = [
  'src/platform/tool.ts',
  'src/platform/db/as-writer.ts',
  'src/ui/button.tsx',
  'src/features/dogs/dog.ts',
  'src/features/dogs/server/walk-dogs.ts',
  'src/features/dogs/web/kennel.tsx',
  'src/features/cats/server/feed-cats.ts',
  'src/features/cats/web/basket.tsx',
  'src/features/firm/server/firm-tables.ts',
  'src/features/clients/server/client-catalogue.ts',
  'src/app/routes.ts',
  'test/factory.ts',
  'node_modules/zod/index.js',
  'node_modules/pg/index.js',
  'node_modules/vitest/index.js',
]

describe('in a tree that breaks every rule', () => {
  // Its real path: a temporary folder is a link on macOS.
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'fiduscope-import-rules-'))
  let broken: string[]
  let rules: string[]

  beforeAll(async () => {
    plantTree(tree)
    const { summary } = await cruise(tree, 'src')
    rules = summary.ruleSetUsed.forbidden.map(rule => rule.name)
    broken = summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
  }, 60_000)

  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(FORBIDDEN)('%s may not import %s: %s', (file, _imported, rule) => {
    expect(broken.filter(line => line.startsWith(`${file} → `) && line.endsWith(`: ${rule}`))).toHaveLength(1)
  })

  test('there is no other rule', () => {
    const tried = FORBIDDEN.map(([, , rule]) => rule)
    expect(rules.filter(rule => !tried.includes(rule))).toEqual(['no-cycle'])
  })

  test('an import of a type counts like any other', () => {
    expect(broken).toContain('src/kernel/type-only.ts → src/platform/tool.ts: kernel-is-pure')
  })

  test('a circle is found', () => {
    expect(broken.filter(line => line.endsWith(': no-cycle'))).toContainEqual(
      expect.stringMatching(/^src\/ui\/(hen|egg)\.tsx → src\/ui\/(hen|egg)\.tsx/),
    )
  })

  test.each(ALLOWED)('%s may import %s', file => {
    expect(broken.filter(line => line.startsWith(`${file} → `))).toEqual([])
  })
})

test('every file of the project is read, and what it imports is seen', async () => {
  const { modules } = await cruise(ROOT, 'src')
  const read = new Set(modules.map(module => module.source))
  const onDisk = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => `src/${file.replaceAll(sep, '/')}`)

  expect(onDisk.length).toBeGreaterThan(30)
  expect(onDisk.filter(file => !read.has(file))).toEqual([])
  for (const extension of ['.ts', '.tsx']) {
    const importing = modules.filter(
      ({ source, dependencies }) => source.endsWith(extension) && dependencies.length > 0,
    )
    expect(importing.length).toBeGreaterThan(5)
  }
}, 60_000)

function plantTree(tree: string): void {
  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  const manifest = {
    type: 'module',
    imports: Object.fromEntries(
      ['kernel', 'platform', 'ui', 'features', 'app'].map(area => [`#${area}/*`, `./src/${area}/*`]),
    ),
    dependencies: { zod: '*', pg: '*' },
    devDependencies: { vitest: '*' },
  }
  plant(
    'package.json',
    JSON.stringify({ ...manifest, imports: { ...manifest.imports, '#test/*': './test/*' } }),
  )
  for (const file of LANDED_ON) plant(file, 'export const it = 1')
  for (const [file, imported] of [...FORBIDDEN, ...ALLOWED]) {
    const shown = file.endsWith('.tsx') ? '<b>{String(it)}</b>' : 'it'
    plant(file, `import * as it from '${imported}'\nexport const shown = ${shown}`)
  }
  plant('src/kernel/type-only.ts', "import type { it } from '#platform/tool.ts'\nexport type It = typeof it")
  plant('src/ui/hen.tsx', "import { egg } from './egg.tsx'\nexport const hen = egg")
  plant('src/ui/egg.tsx', "import { hen } from './hen.tsx'\nexport const egg = <b>{hen}</b>")
}

/** Runs the check of `npm test`, with the project's own rules, in another folder. */
function cruise(folder: string, what: string): Promise<Report> {
  const config = relative(folder, join(ROOT, '.dependency-cruiser.mjs'))
  const args = [DEPCRUISE, '--config', config, '--output-type', 'json', what]
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (error, output, complaints) => {
      if (output === '') failed(error ?? new Error(complaints))
      else done(JSON.parse(output))
    })
  })
}
