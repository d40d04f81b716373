import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Leaf } from './ids.ts'
import { canonical } from './leaf.ts'

/** What proves a list that was published: a phone needs it once there is one. */

/** The domain separation of nodes: RFC 6962, section 2.1. */
const NODE_PREFIX = Uint8Array.of(1)

/** The Merkle tree hash of RFC 6962 over leaves in their published order, as hex. */
export function rootOf(leaves: readonly Leaf[]): string {
  if (leaves.length === 0) return bytesToHex(sha256(new Uint8Array()))
  return bytesToHex(fold(leaves.map(hexToBytes)))
}

/** Level by level, an odd node rising unpaired: the same tree as RFC 6962's split at a power of two. */
function fold(level: Uint8Array[]): Uint8Array {
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i]!, level[i + 1]]
      next.push(right ? sha256(concatBytes(NODE_PREFIX, left, right)) : left)
    }
    level = next
  }
  return level[0]!
}

/** SHA-256 of a value's canonical form, as hex. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))))
}

/** The first 60 bits of a seal head's hash, in three groups of four: what a room photographs (D15). */
export function fingerprint(sealHead: unknown): string {
  return grouped(hexToBytes(hashOf(sealHead)), 12)
}

/** The first 80 bits of a leaf, in four groups of four: what a voter keeps to find the ballot (D12). */
export function trackingCode(held: Leaf): string {
  return grouped(hexToBytes(held), 16)
}

/** Crockford's base 32: read, not typed. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first of these bits as letters, in groups of four. */
function grouped(bytes: Uint8Array, letters: number): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let place = 0; place < letters; place += 1) {
    if (place > 0 && place % 4 === 0) text += '-'
    text += CROCKFORD[Number((bits >> BigInt(75 - 5 * place)) & 31n)]
  }
  return text
}
