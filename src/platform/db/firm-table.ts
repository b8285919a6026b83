import { integer, pgPolicy } from 'drizzle-orm/pg-core'
import { APPLICATION_ROLE, OF_THIS_FIRM } from './firm-db.ts'

/** Every table of firm data starts with this column; primary and foreign keys lead with it. */
export const firmId = () => integer('firm_id').notNull()

/** The policy that every table of firm data carries. */
export const ofThisFirm = () =>
  pgPolicy('of_this_firm', { for: 'all', to: APPLICATION_ROLE, using: OF_THIS_FIRM, withCheck: OF_THIS_FIRM })
