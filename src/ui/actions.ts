import type { Icon } from '@tabler/icons-react'
import { useEffect } from 'react'
import { createStore, useStore } from './store.ts'

/** Whether something may be done, or why it may not, in words for the user. */
export type Permission = 'yes' | { reason: string }

/** Something that a user can do, wherever it is offered: toolbar, row menu or command palette. */
export interface Action<Subject = void> {
  id: string
  label: string
  icon: Icon
  /** The heading under which the command palette lists it. */
  section?: string
  /** Other words that find it in the command palette. */
  keywords?: readonly string[]
  /** As shown beside it, such as `Ctrl K`. */
  shortcut?: string
  can(subject: Subject): Permission
  run(subject: Subject): void
}

const registered = createStore<readonly (readonly Action[])[]>([])

/** Offers a page's actions in the command palette for as long as the page is shown; memoise the list. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    registered.set([...registered.get(), actions])
    return () => registered.set(registered.get().filter(list => list !== actions))
  }, [actions])
}

/** The actions of everything that is on the screen, in the order in which they came. */
export const useRegisteredActions = (): readonly Action[] => useStore(registered).flat()
