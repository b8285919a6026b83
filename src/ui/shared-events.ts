const LONGEST_PAUSE_MS = 10_000

/**
 * Hears the server-sent events of an address, each a JSON value. The tabs of a browser share one stream: whichever holds
 * the lock reads it and passes on what comes, since a browser opens six connections to a server and no more. Answers what
 * ends it.
 */
export function followSharedEvents(address: string, onEvent: (data: unknown) => void): () => void {
  const name = `events of ${address}`
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }) => onEvent(data)
  const ending = new AbortController()
  const read = () =>
    readEvents(address, ending.signal, data => {
      channel.postMessage(data)
      onEvent(data)
    })
  // Without https the browser has no locks; then each tab has a stream of its own.
  if (navigator.locks) void navigator.locks.request(name, { signal: ending.signal }, read).catch(() => {})
  else void read()
  return () => {
    ending.abort()
    channel.close()
  }
}

/** Reads until the signal ends it. The browser reconnects by itself, but for an answer that is none of a stream. */
function readEvents(address: string, ending: AbortSignal, onEvent: (data: unknown) => void): Promise<void> {
  return new Promise(resolve => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let pause = 1_000
    const open = () => {
      source = new EventSource(address)
      source.onopen = () => {
        pause = 1_000
      }
      source.onmessage = ({ data }) => onEvent(JSON.parse(data))
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(open, pause)
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      }
    }
    const end = () => {
      clearTimeout(timer)
      source?.close()
      resolve()
    }
    ending.addEventListener('abort', end, { once: true })
    if (ending.aborted) end()
    else open()
  })
}
