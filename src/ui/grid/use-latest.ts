import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The value of the last paint, for what outlives it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
