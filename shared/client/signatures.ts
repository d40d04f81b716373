import { canonical } from '../leaf.ts'
import type { PublicKeys, PublishedQuestion } from '../wire/api.ts'

/**
 * Are both heads signed by the server's key? `insecure`: a page over plain http has no means to check;
 * `unsupported`: this browser knows no Ed25519; `unkeyed`: the key that is named is not at hand.
 */
export type Signed = 'signed' | 'forged' | 'unkeyed' | 'insecure' | 'unsupported'

export async function checkSignatures(
  { seal, sealSignature, result, resultSignature }: PublishedQuestion,
  { keys }: PublicKeys,
): Promise<Signed> {
  // Absent in what is no secure context, whatever the types say.
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle
  if (!subtle) return 'insecure'
  const named = keys.find(({ keyId }) => keyId === result.keyId)
  if (!named) return 'unkeyed'
  const key = await subtle
    .importKey('spki', bytesOf(atob(named.publicKey)), 'Ed25519', false, ['verify'])
    .catch(() => null)
  if (!key) return 'unsupported'
  const isSigned = (head: unknown, signature: string) =>
    subtle.verify('Ed25519', key, fromHex(signature), new TextEncoder().encode(canonical(head)))
  const both = await Promise.all([isSigned(seal, sealSignature), isSigned(result, resultSignature)])
  return both.every(Boolean) ? 'signed' : 'forged'
}

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const fromHex = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
