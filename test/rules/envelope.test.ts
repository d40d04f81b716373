import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from '../../server/config.ts'
import { envelopeSize, openEnvelope, sealEnvelope } from '../../server/domain/envelope.ts'
import { readToken, signToken } from '../../server/domain/token.ts'
import { aBallot, aQuestion } from '../support/builders.ts'

const key = new Uint8Array(32).fill(1)
const nonce = new Uint8Array(12).fill(2)
const bound = { questionId: 'q1', seat: 3, rev: 2 }
const size = envelopeSize([aQuestion()])
const sealed = (...marked: string[]) =>
  sealEnvelope(key, nonce, { size, bound, answers: aBallot({ marked }).answers })

describe('an envelope', () => {
  it('[EN1] has one size whatever was chosen', () => {
    const sizes = [['tea'], ['coffee', 'tea', 'water'], []].map((each) => sealed(...each).length)
    expect(new Set(sizes).size).toBe(1)
  })

  it('[EN1] gives back what went in, and holds nothing readable', () => {
    const { answers } = aBallot({ marked: ['water'] })
    const envelope = sealEnvelope(key, nonce, { size, bound, answers })
    expect(openEnvelope(key, envelope, bound)).toEqual(answers)
    expect(envelope.includes('water')).toBe(false)
  })

  it('[EN1] opens only with its key, box, seat and revision, and unaltered', () => {
    const envelope = sealed('tea')
    const altered = Buffer.from(envelope)
    altered[20] = altered[20]! ^ 1
    expect(() => openEnvelope(key, altered, bound)).toThrow()
    expect(() => openEnvelope(new Uint8Array(32), envelope, bound)).toThrow()
    for (const change of [{ seat: 4 }, { rev: 1 }, { questionId: 'q2' }])
      expect(() => openEnvelope(key, envelope, { ...bound, ...change })).toThrow()
  })

  it('[EN2] takes what just fits, and refuses what it would have to cut', () => {
    const { answers } = aBallot({ marked: ['가'.repeat(20)] })
    const least = Buffer.byteLength(JSON.stringify(answers.map(Object.values))) + 2
    const fits = sealEnvelope(key, nonce, { size: least, bound, answers })
    expect(openEnvelope(key, fits, bound)).toEqual(answers)
    expect(() => sealEnvelope(key, nonce, { size: least - 1, bound, answers })).toThrow('fit')
  })
})

describe('a token', () => {
  it('[TO1] is read only as it was signed, with its own key', () => {
    const token = signToken(key, 'body')
    expect(readToken(key, token)).toBe('body')
    const [body = '', signature = ''] = token.split('.')
    const forged = [
      `${Buffer.from('other').toString('base64url')}.${signature}`,
      body,
      `${body}.`,
      '',
      '.',
      `${token}.x`,
    ]
    for (const each of forged) expect(readToken(key, each)).toBeNull()
    expect(readToken(new Uint8Array(32), token)).toBeNull()
  })
})

describe('settings', () => {
  it('[CF1] stand in the example, every one and no other', () => {
    const example = readFileSync('.env.example', 'utf8')
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual([...SETTINGS].sort())
  })

  it('[CF1] are all optional, and all wrong ones are told at once', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, DATA_DIR: './data' })
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ PORT: 3000 })
    const wrong = readConfig({ PORT: '99999', PUBLIC_URL: 'ftp://x', LOG: 'loud' })
    expect('wrong' in wrong && wrong.wrong.map((each) => each.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'LOG',
    ])
  })
})
