import { useState } from 'react'
import type { BinnedClient } from '#features/change-sets/bin-api.ts'
import type { useBin } from './use-bin.ts'

/** Which clients of the bin are picked; one that a search hides, or that has left the bin, is not. */
export function usePickedClients({
  clients = [],
  hasNextPage,
  isPlaceholderData,
  fetchAll,
}: ReturnType<typeof useBin>) {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  const picked = isPlaceholderData ? [] : clients.filter(({ id }) => ids.has(id))
  const extent =
    picked.length === 0 ? 'none' : picked.length === clients.length && !hasNextPage ? 'all' : 'some'
  const pick = (all: readonly BinnedClient[]) => setIds(new Set(all.map(({ id }) => id)))
  return {
    clients: picked,
    ids: new Set(picked.map(({ id }) => id)),
    extent,
    toggle: (id: number) => {
      const next = new Set(picked.map(one => one.id))
      if (!next.delete(id)) next.add(id)
      setIds(next)
    },
    toggleAll: async () => {
      if (extent === 'all') setIds(new Set())
      else pick(hasNextPage ? await fetchAll() : clients)
    },
    clear: () => setIds(new Set()),
  } as const
}
