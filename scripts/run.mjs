/**
 * node scripts/run.mjs <command> [arguments]: runs scripts/<command>.ts with a Node.js that can, and with everything
 * installed that it needs. Written for any Node.js from 20 on, without a dependency: it runs before they are there.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whenNpmEnds } from './parent-process.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const RUNTIME = join(ROOT, '.runtime')
const ON_WINDOWS = process.platform === 'win32'

/** The first version that runs TypeScript as it is. */
const NEEDED = [22, 18]

main(process.argv.slice(2))

function main([command = '', ...args]) {
  const script = join(ROOT, 'scripts', `${command}.ts`)
  if (!isAtLeast(process.versions.node, [20, 0])) {
    stop(`Fiduscope needs Node.js 20 or later; this is ${process.version}. See https://nodejs.org.`)
  }
  if (!/^[\w-]+$/.test(command) || !existsSync(script)) {
    stop(`There is no command "${command}". The commands stand under "scripts" in package.json.`)
  }
  const node = isAtLeast(process.versions.node, NEEDED) ? process.execPath : ownNode()
  const env = withNodeFirst(node)
  if (!isInstalled()) install(env)
  run(node, script, args, env)
}

/** The Node.js 24 of this folder, fetched from npm the first time. */
function ownNode() {
  const node = join(RUNTIME, 'node_modules', 'node', 'bin', ON_WINDOWS ? 'node.exe' : 'node')
  if (works(node)) return node
  say(`Installing Node.js 24 for this folder (found ${process.version})…`)
  mkdirSync(RUNTIME, { recursive: true })
  const manifest = { name: 'runtime', private: true, allowScripts: { node: true } }
  writeFileSync(join(RUNTIME, 'package.json'), JSON.stringify(manifest))
  npm(
    ['install', 'node@24', '--no-save', '--no-package-lock', '--ignore-scripts=false'],
    RUNTIME,
    process.env,
  )
  if (!works(node))
    stop('Node.js 24 could not be installed. Install Node.js 24 yourself: https://nodejs.org.')
  return node
}

function works(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return isAtLeast(String(stdout).trim().slice(1), NEEDED)
}

function isAtLeast(version, [major, minor]) {
  const [itsMajor, itsMinor] = version.split('.').map(Number)
  return itsMajor > major || (itsMajor === major && itsMinor >= minor)
}

/** So that everything that is started from here starts the same Node.js. */
function withNodeFirst(node) {
  const env = { ...process.env }
  const path = Object.keys(env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[path] = [dirname(node), env[path]].filter(Boolean).join(delimiter)
  return env
}

/** Compares what npm noted down at the end of the last installation with what is to be installed. */
function isInstalled() {
  const noted = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const there = packagesOf(noted)
  // Optional packages are those of other machines as well.
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || there[path]?.version === wanted.version,
  )
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

function install(env) {
  say('Installing dependencies…')
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], ROOT, env)
}

function npm(args, cwd, env) {
  // npm is a script on Windows, which only a shell starts.
  const { status, error } = spawnSync('npm', args, { cwd, env, stdio: ['ignore', 2, 2], shell: ON_WINDOWS })
  if (status !== 0) stop(`"npm ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`)
}

function run(node, script, args, env) {
  const before = ['end-with-parent', 'known-formats'].flatMap(name => ['--import', `./scripts/${name}.mjs`])
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...before, script, ...args], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: join(ROOT, '.setup', 'compile-cache'), ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  whenNpmEnds(() => child.kill('SIGTERM'))
  let isDone = false
  child.on('message', message => {
    isDone = message === 'done'
    if (isDone) child.kill('SIGKILL')
  })
  child.on('error', error => stop(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(isDone ? 0 : (code ?? 128 + constants.signals[signal])))
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}
