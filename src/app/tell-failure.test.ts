import { describe, expect, test } from 'vitest'
import { importsFr } from '#features/imports/texts/fr.ts'
import { AppError, ERROR_STATUS, type ErrorCode } from '#kernel/app-error.ts'
import { LANGUAGES } from '#kernel/language.ts'
import { tellFailure } from './tell-failure.ts'
import { errorsFr } from './texts/errors/fr.ts'

const params = { value: 'x', accepted: 'y', origin: 'z', count: 2, limit: 50, requestId: '0815', name: 'n' }
const isWhole = (message: string) =>
  message !== '' && !message.includes('{{') && !message.includes('.problems.')

describe.each(LANGUAGES)('A failure in %s', language => {
  test.each([...(Object.keys(ERROR_STATUS) as ErrorCode[]), 'unexpected' as const])('%s has words', code => {
    const { message } = tellFailure({ code, params, fields: [] }, language)
    expect(message).toSatisfy(isWhole)
    expect(message).not.toContain('codes.')
  })

  test.each(Object.keys(errorsFr.problems).map(key => key.replace(/_\w+$/, '')))('%s has words', problem => {
    const { fields } = tellFailure(
      new AppError('badInput', { fields: [{ path: 'ids[3]', problem, params }] }),
      language,
    )
    expect(fields[0]?.message).toSatisfy(isWhole)
  })
})

describe('A failure', () => {
  const told = (fields: AppError['fields']) => tellFailure(new AppError('badInput', { fields }), 'fr')

  test('of the whole request says so where a field would stand', () => {
    expect(told([{ path: '', problem: 'notJson' }]).fields).toEqual([
      { path: '', message: 'La demande n’est pas du JSON en UTF-8.' },
    ])
  })

  test('of a file is told in the words of the imports', () => {
    expect(told([{ path: 'file', problem: 'macros' }]).fields[0]?.message).toBe(importsFr.problems.macros)
  })

  test('that nobody has words for is told at least by its value', () => {
    const fields = [{ path: 'color', problem: 'inventedJustNow', params: { value: 'plaid' } }]
    expect(told(fields).fields[0]?.message).toBe('color : « plaid » n’est pas accepté.')
  })

  test('quotes what was sent as it was sent', () => {
    const value = '<b>&"\' $t(codes.noRight) {{field}}'
    expect(told([{ path: 'a', problem: 'notText', params: { value } }]).fields[0]?.message).toContain(value)
  })

  test('has one meaning, whoever reports it', () => {
    expect(Object.keys(importsFr.problems).filter(problem => problem in errorsFr.problems)).toEqual([])
  })
})
