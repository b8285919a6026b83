/** What people put between the digits of a number: dots, slashes, every kind of space and dash. */
const SEPARATORS = /[.\s/\-\u2010-\u2013]/g

/** A typed number without what only parts its digits. */
export const withoutSeparators = (typed: string): string => typed.replace(SEPARATORS, '')
