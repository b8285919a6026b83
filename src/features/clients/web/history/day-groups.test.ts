import { expect, test } from 'vitest'
import { groupByDay } from './day-groups.ts'

test('What happened stands under its day in Belgium, whatever day it was in UTC', () => {
  const moments = ['2026-11-24T10:00:00Z', '2026-11-23T23:30:00Z', '2026-11-23T22:59:00Z']
  expect(groupByDay(moments, moment => moment)).toEqual([
    { day: '2026-11-24', things: moments.slice(0, 2) },
    { day: '2026-11-23', things: moments.slice(2) },
  ])
})
