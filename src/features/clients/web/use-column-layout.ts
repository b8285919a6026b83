import { useDebouncedCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  type ColumnLayout,
  getColumnLayout,
  resetColumnLayout,
  saveColumnLayout,
} from '#features/column-layout/column-layout-api.ts'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import { call } from '#ui/api-client.ts'
import { queryOf } from '#ui/queries.ts'
import { completeLayout, type FieldsById, withColumns } from './arrange-columns.ts'

const KEPT_AFTER = 800

export interface LayoutControls {
  layout: ColumnLayout
  /** Shows other columns, until they are saved or the list is left. */
  change: (layout: ColumnLayout) => void
  save: () => Promise<void>
  reset: () => Promise<void>
  /** Changes what needs no saving: a moment later it is kept. */
  keep: (part: Partial<Pick<ColumnLayout, 'foldedGroups' | 'widths' | 'sort'>>) => void
}

/**
 * The arrangement of the columns on the screen beside the one that is kept for this user (F30–F37). A saved filter
 * that remembers columns shows those while it is chosen, and the user's own come back after it.
 */
export function useColumnLayout(
  atStart: ColumnLayout | null,
  fields: FieldsById,
  view: SavedFilter['view'],
): LayoutControls {
  const queries = useQueryClient()
  const [remembered, setKept] = useState(atStart)
  // Colleagues may add fields meanwhile, and take some away.
  const kept = useMemo(() => completeLayout(remembered, fields), [remembered, fields])
  const [arranged, setLayout] = useState(() => seenThrough(view, kept))
  const layout = useMemo(() => completeLayout(arranged, fields), [arranged, fields])
  const [shownView, setShownView] = useState(view)
  if (view !== shownView) {
    setShownView(view)
    setLayout(seenThrough(view, kept))
  }

  const remember = (next: ColumnLayout | null) =>
    queries.setQueryData(queryOf(getColumnLayout).queryKey, { layout: next })
  const put = async (next: ColumnLayout) => {
    remember(next)
    await call(saveColumnLayout, { body: next })
  }
  const putLater = useDebouncedCallback((next: ColumnLayout) => void put(next).catch(() => undefined), {
    delay: KEPT_AFTER,
    flushOnUnmount: true,
  })

  return {
    layout,
    change: setLayout,
    save: async () => {
      putLater.cancel()
      await put(layout)
      setKept(layout)
    },
    reset: async () => {
      putLater.cancel()
      await call(resetColumnLayout)
      remember(null)
      setKept(null)
      setLayout(completeLayout(null, fields))
    },
    keep: part => {
      setLayout({ ...layout, ...part })
      setKept({ ...kept, ...part })
      putLater({ ...kept, ...part })
    },
  }
}

const seenThrough = (view: SavedFilter['view'], layout: ColumnLayout): ColumnLayout =>
  view ? withColumns(layout, view.columns) : layout
