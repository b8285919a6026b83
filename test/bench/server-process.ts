import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface ServerProcess {
  address: string
  /** Resident memory of the process now, in MB; the embedded database is part of it. */
  memory(): number
  /** The highest since `forgetPeak`, in MB. */
  peakMemory(): number
  forgetPeak(): void
  stop(): Promise<void>
}

/** Starts the server as a firm does, in a process of its own, and waits until it is ready. */
export async function startServerProcess(settings: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...settings, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/\S+/.exec(line)?.[0]
    if (address) return { address, ...memoryOf(child), stop: () => stop(child) }
  }
  throw new Error('The server ended before it was ready.')
}

function memoryOf({ pid }: ChildProcess) {
  const read = (name: 'VmRSS' | 'VmHWM') => {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    if (!line) throw new Error('The memory of the server cannot be read: this works on Linux only.')
    return Number(line[1]) / 1024
  }
  return {
    memory: () => read('VmRSS'),
    peakMemory: () => read('VmHWM'),
    // proc(5): 5 resets the peak of the resident set.
    forgetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
