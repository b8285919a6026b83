const AMOUNT = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/

/** The cents of an amount written as a decimal string with at most ten digits and two decimals, else undefined. */
export function centsOf(amount: string): bigint | undefined {
  const [, sign, euros, decimals = ''] = AMOUNT.exec(amount) ?? []
  if (euros === undefined) return undefined
  const cents = BigInt(`${euros}${decimals.padEnd(2, '0')}`)
  return sign ? -cents : cents
}

/** The decimal string of an amount in cents, always with two decimals. */
export function amountOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
