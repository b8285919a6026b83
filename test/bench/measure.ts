/** Times in milliseconds of two ways to the same answer, taken in turns so that both meet the same machine. */
export interface Comparison {
  ours: number
  reference: number
}

const RUNS = 30
export const WARM_UP = 3

/** Medians of 30 runs each, after a warm-up. */
export async function compare(
  ours: () => Promise<unknown>,
  reference: () => Promise<unknown>,
): Promise<Comparison> {
  const times = { ours: [] as number[], reference: [] as number[] }
  for (let run = -WARM_UP; run < RUNS; run++) {
    const one = await time(ours)
    const other = await time(reference)
    if (run < 0) continue
    times.ours.push(one)
    times.reference.push(other)
  }
  return { ours: median(times.ours), reference: median(times.reference) }
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)] ?? Number.NaN
}
