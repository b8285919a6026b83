import { useSaving } from './use-saving.ts'

/** Things whose order is changed by moving one of them: shown as they are wanted at once, and as they were if refused. */
export function useOrdering<Thing extends { id: number }>(
  things: readonly Thing[],
  send: (ids: number[]) => Promise<unknown>,
) {
  const ordering = useSaving(send, { tellsRefusal: true })
  const ordered = ordering.isPending
    ? ordering.variables.flatMap(id => things.find(thing => thing.id === id) ?? [])
    : things
  const ids = ordered.map(({ id }) => id)
  return { ordered, move: (index: number, by: -1 | 1) => ordering.mutate(moved(ids, index, by)) }
}

/** The ids of a list after one of its rows moved by a place. */
function moved(ids: readonly number[], index: number, by: -1 | 1): number[] {
  const next = [...ids]
  const [id] = next.splice(index, 1)
  if (id !== undefined) next.splice(index + by, 0, id)
  return next
}
