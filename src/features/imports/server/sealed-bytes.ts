import type { SecretBox } from '#platform/secret-box.ts'

/** Encrypts what a file held, for the database. */
export const sealBytes = (secrets: SecretBox, firmId: number, bytes: Uint8Array): Buffer =>
  secrets.seal(firmId, Buffer.from(bytes).toString('base64'))

export const openBytes = (secrets: SecretBox, firmId: number, sealed: Buffer): Buffer =>
  Buffer.from(secrets.open(firmId, sealed), 'base64')
