import { expect, test } from 'vitest'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { checkSecret } from './check-secret.ts'
import { ConfigError } from './config.ts'

onEachDatabase('The secret of an installation', database => {
  test('is the one that its database was set up with, and no other', async () => {
    await checkSecret(database(), 'the first secret')
    await checkSecret(database(), 'the first secret')
    await expect(checkSecret(database(), 'another secret')).rejects.toThrow(ConfigError)
    await expect(checkSecret(database(), 'another secret')).rejects.toThrow('DATA_DIR/secret')
  })
})
