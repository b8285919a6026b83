import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The path of a Chromium for the browser tests: the one of this machine, else one that is installed now. */
export function ensureChromium(): string {
  const there = findChromium()
  if (there) return there
  console.error('Installing Chromium for the browser tests…')
  if (isRootOnDebian()) installWithApt()
  const installed = findChromium() ?? installWithPlaywright()
  if (!installed) {
    throw new Error(
      'Chromium could not be installed: install it yourself, or set CHROMIUM_PATH to a Chrome or Chromium.',
    )
  }
  return installed
}

function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  return [...usualPlaces(), chromium.executablePath()].find(works)
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const { ProgramFiles = '', 'ProgramFiles(x86)': x86 = '', LOCALAPPDATA = '' } = process.env
    const folders = [ProgramFiles, x86, LOCALAPPDATA].filter(Boolean)
    const programs = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge']
    return programs.flatMap(program =>
      folders.flatMap(folder =>
        ['chrome.exe', 'msedge.exe'].map(exe => join(folder, program, 'Application', exe)),
      ),
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

/** Ubuntu has a chromium-browser that only says where to get it. On Windows, asking for the version opens a window. */
function works(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

function isRootOnDebian(): boolean {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })
  }
}

function installWithPlaywright(): string | undefined {
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  try {
    execFileSync(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], {
      stdio: ['ignore', 2, 2],
    })
  } catch {
    return undefined
  }
  return [chromium.executablePath()].find(works)
}
