import { describe, expect, test, vi } from 'vitest'
import { AppError } from '#kernel/app-error.ts'
import { expectedFailure, reportToStderr } from './failures.ts'

const coded = (code: string) => Object.assign(new Error('of the driver'), { code })
const inQuery = (cause: Error) => new Error('Failed query: select $1 params: 85073003328', { cause })

describe('An error', () => {
  test.each<[string, unknown, string | undefined]>([
    ['of a command', new AppError('conflict'), 'conflict'],
    ['of a command, wrapped', inQuery(new AppError('notFound')), 'notFound'],
    ['of a server that is not there', coded('ECONNREFUSED'), 'databaseAway'],
    ['of a server that shuts down', inQuery(coded('57P01')), 'databaseAway'],
    ['of a server without room', coded('53300'), 'databaseAway'],
    ['of a connection that broke', inQuery(new Error('Connection terminated unexpectedly')), 'databaseAway'],
    ['of a query that took too long', inQuery(coded('57014')), 'tooSlow'],
    ['of a query that is wrong', inQuery(coded('42601')), undefined],
    ['of a program that is wrong', new TypeError('x is not a function'), undefined],
    ['that is no error', 'text', undefined],
  ])('%s', (_what, error, code) => {
    expect(expectedFailure(error)?.code).toBe(code)
  })

  test('is reported by where it began, without the values of the query', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    reportToStderr('0815', 'POST /api/clients/rows', inQuery(new Error('the disk is full')))
    const [line] = write.mock.lastCall ?? []
    write.mockRestore()
    expect(line).toContain('0815 POST /api/clients/rows: Error: the disk is full')
    expect(line).not.toContain('85073003328')
  })
})
