import { expect, test } from 'vitest'
import { AppError, ERROR_STATUS } from './app-error.ts'

test('an expected failure carries its code, what words need, and the fields that are wrong', () => {
  const fields = [{ path: 'filter.op', problem: 'unknownOperator' }]
  const error = new AppError('badInput', { params: { count: 2 }, fields })
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ code: 'badInput', message: 'badInput', params: { count: 2 }, fields })
  expect(new AppError('notFound')).toMatchObject({ params: {}, fields: [] })
})

test('every failure has a status that says that it is no success', () => {
  for (const status of Object.values(ERROR_STATUS)) expect(status).toBeGreaterThanOrEqual(400)
})
