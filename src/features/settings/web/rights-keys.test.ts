import { expect, test } from 'vitest'
import { placeAfter } from './rights-keys.ts'

const SIZE = { rows: 3, columns: 4 }

test.each([
  ['ArrowDown', false, [0, 1], [1, 1]],
  ['ArrowDown', false, [2, 1], [2, 1]],
  ['ArrowUp', false, [0, 1], [0, 1]],
  ['ArrowLeft', false, [1, 0], [1, 0]],
  ['ArrowRight', false, [1, 3], [1, 3]],
  ['ArrowRight', false, [1, 2], [1, 3]],
  ['Home', false, [1, 2], [1, 0]],
  ['End', false, [1, 2], [1, 3]],
  ['Home', true, [1, 2], [0, 0]],
  ['End', true, [1, 2], [2, 3]],
] as const)('%s (with Ctrl: %s) leads from %j to %j', (key, ctrlKey, [row, column], to) => {
  const place = placeAfter({ key, ctrlKey }, { row, column }, SIZE)
  expect([place?.row, place?.column]).toEqual(to)
})

test('another key moves nothing', () => {
  expect(placeAfter({ key: 'Enter', ctrlKey: false }, { row: 0, column: 0 }, SIZE)).toBeUndefined()
})
