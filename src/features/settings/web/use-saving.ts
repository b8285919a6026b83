import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'

interface Saved<Input, Answer> {
  /** What is told once it is done; nothing when the screen itself shows it. */
  told?: (answer: Answer, input: Input) => void
  /** Where a refusal has no place of its own, a notice tells it. */
  tellsRefusal?: boolean
}

/** Sends a change of settings. Everything on the screen is asked again then: a setting shows in many places. */
export function useSaving<Input, Answer>(
  send: (input: Input) => Promise<Answer>,
  { told, tellsRefusal = false }: Saved<Input, Answer> = {},
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    async onSuccess(answer, input) {
      await queries.invalidateQueries()
      told?.(answer, input)
    },
    onError({ message }) {
      if (tellsRefusal) notifications.show({ message, color: 'red', autoClose: 10_000 })
    },
  })
}
