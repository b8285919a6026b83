import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts and hashes small secrets of a firm with keys that are never in the database. */
export interface SecretBox {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the ciphertext. */
  seal(firmId: number, plain: string): Buffer
  /** Throws when the bytes were not sealed with the same secret for the same firm. */
  open(firmId: number, sealed: Buffer): string
  /** HMAC-SHA-256, different for each firm, to find a secret by its whole value. */
  hash(firmId: number, plain: string): Buffer
}

/** A box whose keys derive from the installation's SECRET (HKDF, RFC 5869). */
export function openSecretBox(secret: string): SecretBox {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `fiduscope/${purpose}`, 32))
  const encryptionKey = derive('national-number/encryption')
  const hashKey = derive('national-number/hash')
  return {
    seal(firmId, plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(Buffer.from(`firm ${firmId}`))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(firmId, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, sealed.subarray(0, 12))
      decipher.setAAD(Buffer.from(`firm ${firmId}`)).setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    hash: (firmId, plain) => createHmac('sha256', hashKey).update(`${firmId}:${plain}`).digest(),
  }
}
