import { foldText } from '#kernel/text.ts'
import type { Action } from '#ui/actions.ts'

/** The actions whose words contain every word that was typed, accents and case aside; all of them for none. */
export function actionsFound(actions: readonly Action[], typed: string): Action[] {
  const wanted = foldText(typed)
    .split(/\s+/u)
    .filter(word => word !== '')
  return actions.filter(action => {
    const words = foldText([action.label, action.section ?? '', ...(action.keywords ?? [])].join(' '))
    return wanted.every(word => words.includes(word))
  })
}

/** Actions under the heading of their section, in the order in which sections first come up. */
export function bySection(actions: readonly Action[]): { section: string; actions: Action[] }[] {
  const sections = Map.groupBy(actions, action => action.section ?? '')
  return [...sections].map(([section, grouped]) => ({ section, actions: grouped }))
}
