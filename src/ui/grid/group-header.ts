import type { IHeaderGroupComp, IHeaderGroupParams } from 'ag-grid-community'
import { element, icon } from './dom.ts'
import classes from './grid.module.css'
import type { GridControls } from './grid-controls.ts'

export interface HeadingParams {
  group: string
  folded: boolean
  size: number
  /** The part of a group that follows its pinned part, which has the name and the button. */
  continued: boolean
}

type GroupHeaderParams = IHeaderGroupParams<unknown, GridControls> & HeadingParams

const MINUS = 'M6 12h12'
const PLUS = 'M6 12h12M12 6v12'

/** The head of a group of columns, with « − » to fold it to its first column and « + » to unfold it. */
export class GroupHeader implements IHeaderGroupComp {
  #params: GroupHeaderParams | undefined
  readonly #label = element('span', { class: classes.label })
  readonly #button = element('button', { class: classes.fold, type: 'button', tabindex: '-1' })
  readonly #gui = element('div', { class: classes.groupHeader }, this.#label, this.#button)

  init(params: GroupHeaderParams): void {
    this.#button.addEventListener('click', () => this.#params?.context.toggleGroup(this.#params.group))
    this.refresh(params)
  }

  refresh(params: GroupHeaderParams): boolean {
    this.#params = params
    const { displayName, folded, size, continued, context, eGridHeader } = params
    this.#label.textContent = displayName
    this.#label.classList.toggle(String(classes.visuallyHidden), continued)
    this.#button.hidden = continued || size < 2
    this.#button.replaceChildren(icon(folded ? PLUS : MINUS, String(classes.icon)))
    this.#button.ariaLabel = folded ? context.texts.unfold(displayName) : context.texts.fold(displayName)
    if (size > 1) eGridHeader.ariaExpanded = String(!folded)
    return true
  }

  getGui(): HTMLElement {
    return this.#gui
  }
}
