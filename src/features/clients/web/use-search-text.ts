import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { mayHoldNationalNumber } from '#kernel/belgium/national-number.ts'

/** Pauses in typing after which the list follows, and after which the address does. */
const LIST_FOLLOWS = 120
const ADDRESS_FOLLOWS = 600

export interface SearchText {
  /** What stands in the box. */
  typed: string
  /** What the list is searched for. */
  search: string
  type: (text: string) => void
}

/**
 * The text in the search box. The address follows once typing has paused, so that the digits of a national number
 * do not get there one by one, and never when the whole looks like one; *back* brings the text back.
 */
export function useSearchText(inAddress: string, writeAddress: (text: string) => void): SearchText {
  const [typed, setTyped] = useState(inAddress)
  const [search] = useDebouncedValue(typed, LIST_FOLLOWS)
  const written = useRef(inAddress)

  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setTyped(inAddress)
  }, [inAddress])

  useEffect(() => {
    const visible = mayHoldNationalNumber(typed) ? '' : typed.trim()
    if (visible === written.current) return
    const timer = setTimeout(() => {
      written.current = visible
      writeAddress(visible)
    }, ADDRESS_FOLLOWS)
    return () => clearTimeout(timer)
  }, [typed, writeAddress])

  return { typed, search: search.trim(), type: setTyped }
}
