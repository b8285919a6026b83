import { AppError } from '#kernel/app-error.ts'
import { isDeadlock, isUniqueViolation } from '#platform/db/unique-violation.ts'

const UNIQUE_NUMBERS = ['clients_enterprise_number', 'clients_vat_number', 'clients_national_number']

const ATTEMPTS = 3

/**
 * Runs a transaction again when somebody entered, at the same moment, a number that it gives to another client: by then
 * the number can be seen to be taken. So when two waited for each other, of which PostgreSQL ends one. Throws conflict
 * when that does not help.
 */
export async function trySeveralTimes<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isDeadlock(error) && !UNIQUE_NUMBERS.some(index => isUniqueViolation(error, index))) throw error
      if (attempt === ATTEMPTS) throw new AppError('conflict')
    }
  }
}
