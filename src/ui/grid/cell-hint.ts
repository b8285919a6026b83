import { element } from './dom.ts'
import classes from './grid.module.css'

/** The attribute in which a cell's content carries what is to be said about it on hover and focus. */
export const HINT = 'data-hint'

const BUBBLE = 'grid-hint'

/**
 * Shows what is to be said of the cell under the pointer or with the focus, next to it: what its content carries, and
 * what `hintOf` adds. Returns how to stop.
 */
export function followHints(
  container: HTMLElement,
  hintOf: (cell: Element) => string | undefined,
): () => void {
  const bubble = element('div', { class: classes.hint, id: BUBBLE, role: 'tooltip', hidden: '' })
  document.body.append(bubble)
  let described: Element | undefined
  const show = (cell: Element | null | undefined) => {
    const own = cell?.querySelector(`[${HINT}]`)?.getAttribute(HINT)
    const text = [own, cell && hintOf(cell)].filter(one => one).join('\n')
    bubble.hidden = text === ''
    described?.removeAttribute('aria-describedby')
    described = undefined
    if (!cell || text === '') return
    place(bubble, text, cell.getBoundingClientRect())
    cell.setAttribute('aria-describedby', BUBBLE)
    described = cell
  }
  const hide = () => show(undefined)
  // The focus may scroll its own cell into sight, whose hint then goes along.
  const onScroll = () =>
    requestAnimationFrame(() => {
      const isFocused = described !== undefined && described === document.activeElement
      show(isFocused && described && isWithin(described, container) ? described : undefined)
    })
  const showCellOf = ({ target }: Event) =>
    show(target instanceof Element ? target.closest('.ag-cell') : null)
  const hideOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && hide()
  const listeners = new AbortController()
  const options = { signal: listeners.signal }
  container.addEventListener('mouseover', showCellOf, options)
  container.addEventListener('mouseleave', hide, options)
  container.addEventListener('focusin', showCellOf, options)
  container.addEventListener('focusout', hide, options)
  container.addEventListener('keydown', hideOnEscape, options)
  container.addEventListener('scroll', onScroll, { ...options, capture: true, passive: true })
  return () => {
    listeners.abort()
    bubble.remove()
  }
}

function isWithin(cell: Element, container: Element): boolean {
  const [inner, outer] = [cell.getBoundingClientRect(), container.getBoundingClientRect()]
  return inner.bottom > outer.top && inner.top < outer.bottom && inner.left < outer.right
}

/** Below the cell, or above it where the page ends. */
function place(bubble: HTMLElement, text: string, cell: DOMRect): void {
  bubble.textContent = text
  const { height, width } = bubble.getBoundingClientRect()
  const fitsBelow = cell.bottom + height + 4 < window.innerHeight
  bubble.style.top = `${fitsBelow ? cell.bottom + 4 : cell.top - height - 4}px`
  bubble.style.left = `${Math.max(4, Math.min(cell.left, window.innerWidth - width - 4))}px`
}
