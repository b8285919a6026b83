import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { countClients, listFields, readFacets } from '#features/clients/clients-api.ts'
import { listPortfolios } from '#features/portfolios/portfolios-api.ts'

/** However many colleagues are at work, counts are asked again at most this often. */
const PAUSE_MS = 3_000

/** Answers what asks again for all that is told of clients beside the rows: at once after a pause, else when it is over. */
export function useCountsAgain(): () => void {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lastAsked = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    const ask = () => {
      lastAsked.current = Date.now()
      // The fields too: a colleague's new label is on clients before it is among the choices here.
      for (const { path } of [countClients, readFacets, listPortfolios, listFields]) {
        void queries.invalidateQueries({ queryKey: [path] })
      }
    }
    clearTimeout(timer.current)
    timer.current = setTimeout(ask, Math.max(0, lastAsked.current + PAUSE_MS - Date.now()))
  }, [queries])
}
