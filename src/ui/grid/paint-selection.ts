/** Marks the rows in sight that are selected, for the eye and for assistive technology. */
export function paintSelection(container: HTMLElement | null, isSelected: (id: number) => boolean): void {
  for (const row of container?.querySelectorAll<HTMLElement>('.ag-row') ?? []) {
    paintRow(row, Number(row.getAttribute('row-id')), isSelected)
  }
}

export function paintRow(
  row: HTMLElement,
  id: number | undefined,
  isSelected: (id: number) => boolean,
): void {
  const selected = String(id !== undefined && isSelected(id))
  // Most rows are as they should be already, and even an attribute set to what it was costs a style.
  if (row.ariaSelected !== selected) row.ariaSelected = selected
  const checkbox = row.querySelector('[role="checkbox"]')
  if (checkbox && checkbox.ariaChecked !== selected) checkbox.ariaChecked = selected
}
