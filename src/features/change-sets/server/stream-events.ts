const BEAT_MS = 20_000
/** The browser comes back by itself, and shows anew who it is. */
const LONGEST_MS = 15 * 60_000

/**
 * Answers with server-sent events (WHATWG HTML, section 9.2), each a JSON value that `start` sends, and a comment now and
 * then that keeps the connection open. What `start` answers is called when the browser has gone.
 */
export function streamEvents(start: (send: (data: unknown) => void) => () => void): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text))
      }
      const beat = setInterval(() => write(':\n\n'), BEAT_MS)
      const end = setTimeout(() => {
        stop()
        controller.close()
      }, LONGEST_MS)
      const unsubscribe = start(data => write(`data: ${JSON.stringify(data)}\n\n`))
      stop = () => {
        isOpen = false
        clearInterval(beat)
        clearTimeout(end)
        unsubscribe()
      }
      write('retry: 1000\n\n')
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
