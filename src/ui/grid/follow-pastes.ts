/** Hears what is pasted while a cell of the grid has the focus; returns how to stop. */
export function followPastes(container: HTMLElement, onPaste: (text: string) => void): () => void {
  const listeners = new AbortController()
  // The browser sends it to the page where nothing can be typed in.
  const listen = (event: ClipboardEvent) => {
    const cell = document.activeElement?.closest('.ag-cell')
    const text = event.clipboardData?.getData('text/plain')
    if (!cell || !container.contains(cell) || !text) return
    event.preventDefault()
    onPaste(text)
  }
  document.addEventListener('paste', listen, { signal: listeners.signal })
  return () => listeners.abort()
}
