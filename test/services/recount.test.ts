import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { compare, type Listed } from '../../shared/client/compare.ts'
import { checkSignatures } from '../../shared/client/signatures.ts'
import { canonical } from '../../shared/leaf.ts'
import type { Question } from '../../shared/vote.ts'
import { aQuestion, option } from '../support/builders.ts'
import { aHouseEach, house } from '../support/house-each.ts'

aHouseEach()

/** One seat by the most votes, with a lot: coffee and tea are equal. */
async function aResult(change: Partial<Question> = {}): Promise<Listed> {
  const { options } = aQuestion()
  const usual = { options, bars: 'reveal', decision: null, lot: true } as const
  const id = await house.draft({ ...usual, method: { type: 'single', seats: 1 }, ...change })
  expect(await house.meetings.open(house.id, id)).toMatchObject({ ok: true })
  for (const [at, mark] of ['tea', 'coffee', 'tea', 'coffee', 'water'].entries())
    await house.cast(id, { seat: at + 1, marked: [mark] })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
  const found = await house.counting.published(id)
  if (!found.ok || !found.value.ballots) return expect.unreachable()
  return { ...found.value, ballots: found.value.ballots }
}

/** What does not hold, by name. */
const wrongIn = (result: Listed) =>
  compare(result).lines.flatMap(({ claim, option: of, holds }) =>
    holds ? [] : of === undefined ? claim : `${claim} ${of}`,
  )

it('[CP1] a published result is compared line by line, each option on its own', async () => {
  for (const change of [{}, { receipts: 'none' }, { lot: false }] as const) {
    const result = await aResult(change)
    const { lines, ballots, hidden, forged } = compare(result)
    expect({ ballots, hidden, forged }).toEqual({ ballots: 5, hidden: 0, forged: [] })
    expect(wrongIn(result)).toEqual([])
    expect(lines.filter(({ claim }) => claim === 'count')).toMatchObject([
      { option: 'coffee', published: 2, found: 2 },
      { option: 'tea', published: 2, found: 2 },
      { option: 'water', published: 1, found: 1 },
    ])
    expect(lines.some(({ claim }) => claim === 'lot')).toBe(!('lot' in change))
  }
})

it('[CP2] a forged ballot, a changed list, count, seed, rule or seal is named', async () => {
  const result = await aResult()
  const [first, ...others] = result.ballots
  // Which ballot comes first is chance: it must become another one.
  const mark = canonical(first!.marks) === canonical([option('water')]) ? 'tea' : 'water'
  const turned = { ...first!, marks: [option(mark)] }
  const forged = { ...result, ballots: [turned, ...others] }
  expect(compare(forged).forged).toEqual([first!.leaf])
  expect(wrongIn(forged)).toContain('leaves')

  expect(wrongIn({ ...result, ballots: others })).toEqual(
    expect.arrayContaining(['size', 'root', 'turnout', 'ballots']),
  )

  // Nothing but answers in words is ever kept back.
  const leaves = result.ballots.map(({ leaf }) => ({ leaf }))
  const emptied = { ...result, ballots: [], hidden: leaves }
  expect(wrongIn(emptied)).toContain('leaves')
  expect(wrongIn(emptied)).toContain('whole')
  const bare = result.ballots.map(({ nonce: _, ...ballot }) => ({
    ...ballot,
    marks: [option('water')],
  }))
  expect(wrongIn({ ...result, salt: null, ballots: bare })).toContain('leaves')

  const { tally } = result.result
  if (tally.state !== 'counted') return expect.unreachable()
  const counts = tally.counts.map((each) => (each.id === 'water' ? { ...each, count: 9 } : each))
  const changed = { ...result, result: { ...result.result, tally: { ...tally, counts } } }
  expect(wrongIn(changed)).toEqual(['count water', 'whole'])

  const seeded = (lotSeed: string) => ({ ...result, result: { ...result.result, lotSeed } })
  expect(wrongIn(seeded('ab'.repeat(32)))).toContain('lot')
  expect(wrongIn(seeded('no seed'))).toContain('lot')

  const question = { ...result.question, title: 'another' }
  expect(wrongIn({ ...result, question })).toEqual(['rules'])
  expect(wrongIn({ ...result, rules: { ...(result.rules as object), graceSeconds: 9 } })).toEqual([
    'rules',
  ])
  const seal = { ...result.seal, root: '0'.repeat(64) }
  expect(wrongIn({ ...result, seal })).toEqual(['root', 'seal'])
})

it('[CP3] both heads are checked against the key, and where that cannot be done it says why', async () => {
  const result = await aResult()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signed = (head: unknown) =>
    sign(null, Buffer.from(canonical(head)), privateKey).toString('hex')
  const published = {
    ...result,
    sealSignature: signed(result.seal),
    resultSignature: signed(result.result),
  }
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const keys = { keys: [{ keyId: result.result.keyId, publicKey: spki }] }
  expect(await checkSignatures(published, keys)).toBe('signed')
  const other = { ...published, seal: { ...result.seal, size: 99 } }
  expect(await checkSignatures(other, keys)).toBe('forged')
  expect(await checkSignatures(published, { keys: [] })).toBe('unkeyed')
})
