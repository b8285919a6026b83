/** One line of the table: what was measured, against what, and what it has to reach. */
export interface Result {
  work: string
  /** Milliseconds, or the unit that it names. */
  ours: number
  reference?: number
  ratio?: number
  target: string
  reached: boolean
  unit: string
}

export type DatabaseName = 'PGlite' | 'PostgreSQL'

/** Who the bench signs in. */
export interface SignIn {
  email: string
  password: string
}

export const within = (work: string, ours: number, most: number, unit: string): Result => ({
  work,
  ours,
  target: `≤ ${most} ${unit}`,
  reached: ours <= most,
  unit,
})

export const against = (work: string, ours: number, reference: number, most: number): Result => ({
  work,
  ours,
  reference,
  ratio: ours / reference,
  target: `≤ ${most} ×`,
  reached: ours / reference <= most,
  unit: 'ms',
})
