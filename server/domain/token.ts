import { createHmac, timingSafeEqual } from 'node:crypto'

/** A text that only this server can have written: `body.signature`, both base64url. */
export function signToken(key: Uint8Array, body: string): string {
  const encoded = Buffer.from(body).toString('base64url')
  return `${encoded}.${mac(key, encoded).toString('base64url')}`
}

/** The text of an untouched token, or null. */
export function readToken(key: Uint8Array, token: string): string | null {
  const [encoded, signature, ...more] = token.split('.')
  if (!encoded || !signature || more.length > 0) return null
  const given = Buffer.from(signature, 'base64url')
  const expected = mac(key, encoded)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Buffer.from(encoded, 'base64url').toString()
}

function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16)
}
