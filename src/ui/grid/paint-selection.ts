/** Marks the rows in sight that are selected, for the eye and for assistive technology. */
export function paintSelection(
  container: HTMLElement | null,
  isRowSelected: (index: number) => boolean,
): void {
  for (const row of container?.querySelectorAll<HTMLElement>('.ag-row') ?? []) {
    paintRow(row, Number(row.getAttribute('row-index')), isRowSelected)
  }
}

export function paintRow(row: HTMLElement, index: number, isRowSelected: (index: number) => boolean): void {
  const selected = String(isRowSelected(index))
  // Most rows are as they should be already, and even an attribute set to what it was costs a style.
  if (row.ariaSelected !== selected) row.ariaSelected = selected
  const checkbox = row.querySelector('[role="checkbox"]')
  if (checkbox && checkbox.ariaChecked !== selected) checkbox.ariaChecked = selected
}
