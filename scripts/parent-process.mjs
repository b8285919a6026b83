import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Calls back once when npm, which started this process, is gone: killed, it tells nobody. Without npm there is nothing
 * to watch: whoever starts us otherwise (a terminal that closes after nohup, a service) may go.
 */
export function whenNpmEnds(callBack) {
  if (!process.env.npm_lifecycle_event) return
  const watched = processesUpToNpm()
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return
    clearInterval(timer)
    callBack()
  }, 250)
  timer.unref()
}

/** Most shells stay between npm and what it runs. */
function processesUpToNpm() {
  const parent = statusOf(process.ppid)
  const isShell = /^-?(ba|da|z|k|a|fi)?sh$|^busybox$/.test(parent?.name ?? '')
  return isShell ? [process.ppid, parent.parent] : [process.ppid]
}

function isAlive(pid) {
  // A process that nobody has waited for still takes signals, but is dead.
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes(statusOf(pid)?.state)
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function statusOf(pid) {
  try {
    return process.platform === 'linux'
      ? statusOnLinux(pid)
      : process.platform === 'win32'
        ? undefined
        : statusOnUnix(pid)
  } catch {
    return undefined
  }
}

function statusOnLinux(pid) {
  const [, name, state, parent] =
    /^\d+ \((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  return { name, state, parent: Number(parent) }
}

function statusOnUnix(pid) {
  const line = execFileSync('ps', ['-o', 'state=,ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const [state, parent, command = ''] = line.trim().split(/\s+/)
  return { name: command.replace(/.*\//, ''), state, parent: Number(parent) }
}
