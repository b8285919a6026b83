import { belgianDay, type Day } from '#kernel/day.ts'

/** Things in their order, under the day in Belgium on which each of them happened. */
export function groupByDay<One>(
  things: readonly One[],
  momentOf: (one: One) => string,
): { day: Day; things: One[] }[] {
  const groups: { day: Day; things: One[] }[] = []
  for (const one of things) {
    const day = belgianDay(new Date(momentOf(one)))
    const last = groups.at(-1)
    if (last?.day === day) last.things.push(one)
    else groups.push({ day, things: [one] })
  }
  return groups
}
