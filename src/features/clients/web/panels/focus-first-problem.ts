/** Puts the focus on the first box of a form whose value is refused, once the refusals are on the screen. */
export function focusFirstProblem(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
