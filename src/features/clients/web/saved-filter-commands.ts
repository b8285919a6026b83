import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import {
  changeSavedFilter,
  deleteSavedFilter,
  listSavedFilters,
  type SavedFilter,
  takeOverSavedFilter,
  type WritableSavedFilter,
} from '#features/saved-filters/saved-filters-api.ts'
import { call } from '#ui/api-client.ts'

export interface SavedFilterCommands {
  change: (savedFilter: SavedFilter, change: Partial<WritableSavedFilter>, done?: string) => void
  remove: (savedFilter: SavedFilter) => void
  takeOver: (savedFilter: SavedFilter) => void
  /** Asks for the list again, after one was added elsewhere. */
  reload: () => Promise<void>
}

/** What can be done to saved filters; a refusal is told, and the chips follow. */
export function useSavedFilterCommands(): SavedFilterCommands {
  const queries = useQueryClient()
  const reload = useCallback(
    () => queries.invalidateQueries({ queryKey: [listSavedFilters.path] }),
    [queries],
  )
  const { mutate } = useMutation({
    mutationFn: (command: { run: () => Promise<unknown>; done?: string | undefined }) => command.run(),
    // Told when the chips have followed: who reads it may press one at once.
    async onSuccess(_answer, { done }) {
      await reload()
      if (done) notifications.show({ message: done })
    },
    onError({ message }) {
      notifications.show({ message, color: 'red' })
      return reload()
    },
  })
  return useMemo(
    () => ({
      change: ({ id }, body, done) =>
        mutate({ run: () => call(changeSavedFilter, { params: { id }, body }), done }),
      remove: ({ id }) => mutate({ run: () => call(deleteSavedFilter, { params: { id } }) }),
      takeOver: ({ id }) => mutate({ run: () => call(takeOverSavedFilter, { params: { id } }) }),
      reload,
    }),
    [mutate, reload],
  )
}
