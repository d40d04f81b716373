import { createHash, createPublicKey, verify } from 'node:crypto'
import { isChosen, type Marks } from '../../shared/marks.ts'
import type { PublicKeys, PublishedBallot, PublishedQuestion } from '../../shared/wire/api.ts'

/**
 * A second opinion on leaves, root and signatures: node:crypto and RFC 6962 as written, nothing of
 * shared/leaf.ts (D16).
 */
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function problemsOfProof(published: PublishedQuestion, { keys }: PublicKeys): string[] {
  const { seal, sealSignature, result, resultSignature, ballots, question, salt } = published
  const problems: string[] = []
  const key = keys.find(({ keyId }) => keyId === result.keyId)
  if (!key) return [`no public key ${result.keyId}`]
  if (!isSigned(seal, sealSignature, key.publicKey)) problems.push('the seal head is not signed')
  if (!isSigned(result, resultSignature, key.publicKey))
    problems.push('the result head is not signed')
  if (sorted(result.seal) !== sorted(seal)) problems.push('the heads name different seals')
  if (seal.rulesHash !== sha256(sorted(published.rules)).toString('hex'))
    problems.push('the rules are not those of the seal')
  if (ballots === null) return problems

  const leaves = ballots.map((ballot) => leafOf(question.id, ballot, salt))
  if (leaves.some((leaf, place) => leaf.toString('hex') !== ballots[place]!.leaf))
    problems.push('a leaf is not the hash of its ballot')
  if (ballots.some(({ leaf }, place) => place > 0 && leaf < ballots[place - 1]!.leaf))
    problems.push('the list is not sorted')
  if (treeHash(leaves).toString('hex') !== seal.root)
    problems.push('the root is not that of the list')
  return problems
}

function leafOf(
  questionId: string,
  { marks, nonce }: PublishedBallot,
  salt: string | null,
): Buffer {
  return sha256(
    Uint8Array.of(0),
    sorted({ questionId, marks: inOrder(marks), nonce: nonce ?? salt }),
  )
}

/** The one order in which marks are hashed: of a list, whose own order says nothing. */
const inOrder = (marks: Marks): unknown => (isChosen(marks) ? [...marks].sort() : marks)

/** MTH of RFC 6962, section 2.1: split at the largest power of two below the size. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0]!
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)))
}

/** JSON with sorted keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}

function isSigned(head: unknown, signature: string, publicKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(sorted(head)), key, Buffer.from(signature, 'hex'))
}
