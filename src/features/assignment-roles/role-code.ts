import { foldText } from '#kernel/text.ts'

/** The role that a client must have, whom checks and lists ask for. */
const REQUIRED_CODE = 'responsible'

export const isRequiredRole = ({ code }: { code: string }): boolean => code === REQUIRED_CODE

/** A code for a new role, out of its name: letters and digits, as in the ids of fields, and not taken. */
export function roleCode(name: string, taken: readonly string[]): string {
  const [first = 'role', ...rest] = foldText(name).match(/[a-z0-9]+/g) ?? []
  const words = [first, ...rest.map(word => word.charAt(0).toUpperCase() + word.slice(1))].join('')
  const code = /^[a-z]/.test(words) ? words : `role${words}`
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? code : `${code}${count}`
    if (!taken.includes(candidate)) return candidate
  }
}
