const RELOADED = 'fiduscope.reloadedAt'
const A_MINUTE = 60_000

/**
 * After an update of the server, the files that a page opened before still wants are gone. Its address opens the same
 * view in the new version; if that does not help either, the page says so.
 */
export function followUpdates(): void {
  window.addEventListener('vite:preloadError', event => {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < A_MINUTE) return
    sessionStorage.setItem(RELOADED, String(Date.now()))
    event.preventDefault()
    window.location.reload()
  })
}
