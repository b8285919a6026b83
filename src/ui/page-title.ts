import { useLayoutEffect } from 'react'
import { createStore, useStore } from './store.ts'

const shownTitle = createStore('')

/** Names the page that is shown, in the heading of the shell and in the browser's tab; pages have no `h1` of their own. */
export function usePageTitle(title: string): void {
  useLayoutEffect(() => {
    shownTitle.set(title)
    document.title = `${title} – Fiduscope`
  }, [title])
}

export const useShownTitle = (): string => useStore(shownTitle)
