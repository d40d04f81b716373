import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Leaf, Nonce, QuestionId } from '../../shared/ids.ts'
import { canonical, leaf } from '../../shared/leaf.ts'
import { trackingCode, fingerprint, hashOf, rootOf } from '../../shared/proof.ts'
import { hex, marks } from '../support/builders.ts'

const q = 'q1' as QuestionId
const nonce = hex(7) as Nonce
const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962, section 2.1, by its own words: split at the largest power of two below n. */
function treeHash(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('')
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

describe('the hashes of the law', () => {
  it('[LE1] are those of node:crypto', () => {
    const body = `{"marks":["tea","water"],"nonce":"${nonce}","questionId":"q1"}`
    expect(leaf(q, marks('water', 'tea'), nonce)).toBe(sha256(Buffer.of(0), body).toString('hex'))
    expect(hashOf({ b: 1, a: [2, 'x'] })).toBe(sha256('{"a":[2,"x"],"b":1}').toString('hex'))
  })

  it('[LE1] build the tree of RFC 6962 for every size up to 70', () => {
    for (let size = 0; size <= 70; size += 1) {
      const leaves = Array.from({ length: size }, (_, place) => sha256(Buffer.of(0), String(place)))
      const ours = rootOf(leaves.map((each) => each.toString('hex') as Leaf))
      expect(ours).toBe(treeHash(leaves).toString('hex'))
    }
  })

  it('[LE1] write one value in one way', () => {
    expect(canonical({ z: null, a: { y: 'é', x: [] }, gone: undefined })).toBe(
      '{"a":{"x":[],"y":"é"},"z":null}',
    )
  })

  it('[LE2] do not depend on the order of marks, but on the nonce', () => {
    expect(leaf(q, marks('a', 'b'), nonce)).toBe(leaf(q, marks('b', 'a'), nonce))
    expect(leaf(q, marks('a'), nonce)).not.toBe(leaf(q, marks('a'), hex(8) as Nonce))
  })

  it('[LE2] give codes of 80 and 60 bits in groups of four', () => {
    const bits = '00000' + '00001' + '11111' + '10000' + '0'.repeat(60)
    const held = (BigInt(`0b${bits}`).toString(16).padStart(20, '0') + '0'.repeat(44)) as Leaf
    expect(trackingCode(held)).toBe('01ZG-0000-0000-0000')
    expect(fingerprint({ size: 1 })).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  })
})
