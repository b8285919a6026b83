import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOf } from '#ui/queries.ts'
import { getMe, type Me } from '../sign-in-api.ts'

export const meQuery = queryOf(getMe)

/** Who is signed in; the router has made sure that someone is. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data
