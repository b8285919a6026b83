import type { IHeaderComp, IHeaderParams } from 'ag-grid-community'
import { element, icon } from './dom.ts'
import classes from './grid.module.css'
import type { GridControls } from './grid-controls.ts'

interface ColumnHeaderParams extends IHeaderParams<unknown, GridControls> {
  sortable: boolean
  /** Shows its name to assistive technology only, and has no menu. */
  hidden?: boolean
}

const ARROW_UP = 'M12 19V5m-5 5 5-5 5 5'
const ARROW_DOWN = 'M12 5v14m-5-5 5 5 5-5'
const FUNNEL = 'M4 5h16l-6.4 7.6V19l-3.2-2v-4.4z'

/** The head of a column: its name, how it sorts, and the funnel that opens its menu. */
export class ColumnHeader implements IHeaderComp {
  #params: ColumnHeaderParams | undefined
  readonly #label = element('span', { class: classes.label })
  readonly #arrow = element('span', { class: classes.arrow })
  readonly #funnel = element('button', { class: classes.funnel, type: 'button', tabindex: '-1' })
  readonly #gui = element('div', { class: classes.header }, this.#label, this.#arrow, this.#funnel)

  init(params: ColumnHeaderParams): void {
    this.#funnel.append(icon(FUNNEL, String(classes.icon)))
    this.#funnel.addEventListener('click', event => {
      event.stopPropagation()
      this.#openMenu()
    })
    params.eGridHeader.addEventListener('click', this.#sort)
    params.eGridHeader.addEventListener('contextmenu', this.#onContextMenu)
    params.context.headers.add(this)
    this.refresh(params)
  }

  refresh(params: ColumnHeaderParams): boolean {
    this.#params = params
    this.paint()
    return true
  }

  paint(): void {
    if (!this.#params) return
    const { column, displayName, context, eGridHeader, sortable, hidden = false } = this.#params
    const sort = context.sortOf(column.getColId())
    const filtered = context.isFiltered(column.getColId())
    this.#label.textContent = displayName
    this.#label.classList.toggle(String(classes.visuallyHidden), hidden)
    this.#gui.classList.toggle(String(classes.sortable), sortable)
    this.#arrow.replaceChildren(
      ...(sort ? [icon(sort.desc ? ARROW_DOWN : ARROW_UP, String(classes.icon))] : []),
      ...(sort?.position === undefined ? [] : [String(sort.position)]),
    )
    this.#funnel.hidden = hidden
    this.#funnel.classList.toggle(String(classes.on), filtered)
    this.#funnel.ariaLabel = filtered
      ? context.texts.filterOn(displayName)
      : context.texts.filter(displayName)
    if (sortable) eGridHeader.ariaSort = sort ? (sort.desc ? 'descending' : 'ascending') : 'none'
  }

  getGui(): HTMLElement {
    return this.#gui
  }

  destroy(): void {
    this.#params?.context.headers.delete(this)
    this.#params?.eGridHeader.removeEventListener('click', this.#sort)
    this.#params?.eGridHeader.removeEventListener('contextmenu', this.#onContextMenu)
  }

  readonly #sort = (event: MouseEvent): void => {
    const onResizer = event.target instanceof Element && event.target.closest('.ag-header-cell-resize')
    if (!this.#params?.sortable || onResizer) return
    this.#params.context.sort(this.#params.column.getColId(), event.shiftKey)
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    this.#openMenu()
  }

  #openMenu(): void {
    if (!this.#params || this.#params.hidden) return
    this.#params.context.openMenu(this.#params.column.getColId(), this.#params.eGridHeader)
  }
}
