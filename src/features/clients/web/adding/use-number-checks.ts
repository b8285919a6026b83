import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { checkNumber, type NumberCheck } from '#features/change-sets/adding-api.ts'
import { type UniqueNumber, uniqueNumbersOf } from '#features/clients/unique-numbers.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { queryOf } from '#ui/queries.ts'

const PAUSE_MS = 250

interface NumberChecks {
  /** What is known of a number that is not free, by field. */
  found: ReadonlyMap<string, NumberCheck & { number: string }>
  /** Whether the typing has come to a pause, so that what is there may be judged. */
  isSettled: boolean
  askAgain: () => void
}

/** Asks of each number, while it is typed, whether another client has it. */
export function useNumberChecks(values: FieldValues): NumberChecks {
  const queries = useQueryClient()
  const key = JSON.stringify(uniqueNumbersOf(values))
  const [settled] = useDebouncedValue(key, PAUSE_MS)
  const numbers = JSON.parse(settled) as UniqueNumber[]
  const answers = useQueries({
    queries: numbers.map(({ field, number }) => ({
      ...queryOf(checkNumber, { body: { field, number } }),
      staleTime: 5_000,
      gcTime: 0,
    })),
  })
  const found = numbers.flatMap(({ field, number }, index) => {
    const answer = answers[index]?.data
    const isCurrent = values[field] === number
    return answer && isCurrent && answer.taken !== 'no' ? [[field, { ...answer, number }] as const] : []
  })
  return {
    found: new Map(found),
    isSettled: settled === key,
    askAgain: () => void queries.invalidateQueries({ queryKey: [checkNumber.path] }),
  }
}
