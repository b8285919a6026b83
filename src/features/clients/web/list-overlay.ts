import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'

/** What stands open over the list; one thing at a time. */
export type Overlay =
  | { kind: 'columnMenu'; field: string; anchor: HTMLElement }
  | { kind: 'columns'; anchor: HTMLElement }
  | { kind: 'chipMenu'; savedFilter: SavedFilter; anchor: HTMLElement }
  | { kind: 'funnel' }
  | { kind: 'saveFilter'; edited: SavedFilter | undefined }
  | { kind: 'import' }
  | { kind: 'addClient' }
  | { kind: 'bulkEdit'; ids: readonly number[] }
  | { kind: 'delete'; ids: readonly number[] }

/** What is open after something asked to open: a second press on the same button closes. */
export function openedNext(open: Overlay | undefined, asked: Overlay): Overlay | undefined {
  const isSame = open && 'anchor' in open && 'anchor' in asked && open.anchor === asked.anchor
  return isSame ? undefined : asked
}
