import { describe, expect, it } from 'vitest'
import { envelopeSize, openEnvelope, sealEnvelope } from '../../server/domain/envelope.ts'
import { canonical, leaf } from '../../shared/leaf.ts'
import { hashOf } from '../../shared/proof.ts'
import { listLeaf, mayReadNames, publicStamp, type Stamp } from '../../shared/stamp.ts'
import type { Nonce, QuestionId } from '../../shared/ids.ts'
import { createHash } from 'node:crypto'
import { aBallot, aQuestion, hex, marks } from '../support/builders.ts'

const own = leaf('q1' as QuestionId, marks('tea'), hex(7) as Nonce)
const blind = hex(9)

describe('a stamp', () => {
  it('[NM1] is put around what the phone hashed, and changes nothing where there is none', () => {
    expect(listLeaf(own, publicStamp({}))).toBe(own)
    const stamp = { name: '김하늘', weight: 3 }
    const body = canonical({ leaf: own, ...stamp })
    const ours = createHash('sha256').update(Buffer.of(0)).update(body).digest('hex')
    expect(listLeaf(own, publicStamp(stamp))).toBe(ours)
    const leaves = [{}, { name: '김하늘' }, { name: '이바다' }, { weight: 3 }, { weight: 4 }]
    expect(new Set(leaves.map((each) => listLeaf(own, each))).size).toBe(leaves.length)
  })

  it('[NM5] is published with a print in place of a name that is not for everybody', () => {
    const shown = publicStamp({ name: '김하늘', blind, weight: 2 })
    expect(shown).toEqual({ weight: 2, print: hashOf({ name: '김하늘', blind }) })
    expect(publicStamp({ name: '김하늘', blind: hex(10) }).print).not.toBe(shown.print)
    const named = aQuestion({ names: 'named' })
    const forList = aQuestion({ names: 'named', namesFor: 'roster' })
    expect(mayReadNames(named, 'anybody')).toBe(true)
    expect(mayReadNames(forList, 'anybody')).toBe(false)
    expect(mayReadNames(forList, 'listed') && mayReadNames(forList, 'host')).toBe(true)
    for (const names of ['open', 'secret'] as const)
      expect(mayReadNames(aQuestion({ names }), 'host')).toBe(false)
  })
})

it('[NM2] envelopes have one size, whoever votes and whatever the list says of the seat', () => {
  const stamps: Stamp[] = [
    { name: '이', weight: 1 },
    { name: '선우용녀'.repeat(15), weight: 99_999 },
    { name: 'x'.repeat(60), weight: 7, blind },
  ]
  const size = envelopeSize([aQuestion()], stamps)
  const key = new Uint8Array(32)
  const bound = { questionId: 'q1', seat: 1, rev: 1 }
  const sizes = stamps.map((stamp) => {
    const answers = aBallot().answers.map((answer) => ({ ...answer, ...stamp }))
    const sealed = sealEnvelope(key, new Uint8Array(12), { size, bound, answers })
    expect(openEnvelope(key, sealed, bound)).toEqual(answers)
    return sealed.length
  })
  expect(new Set(sizes).size).toBe(1)
})
