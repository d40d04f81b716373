import { expect, it } from 'vitest'
import type { Result } from '../../shared/result.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import { type Line } from '../support/hall.ts'
import { code, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const WRONG = 'AAAAAA'
const said = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.refusal.code)
const aPhone = async () => hall.line('phone', await newCookie(hall.url, `/j/${code}`))

async function enter(line: Line, scanned: string | null, typed = code) {
  const answer = await line.ask('meeting:enter', { code: typed, proof: scanned })
  return answer.ok ? (answer.value.scanned ?? answer.value.me.admission.state) : said(answer)
}

it('[RC2] a device has five wrong codes a minute, scanned and typed alike', async () => {
  const scanner = await aPhone()
  for (let tries = 0; tries < 5; tries += 1) expect(await enter(scanner, WRONG)).toBe('code/wrong')
  expect(await enter(scanner, proof)).toBe('code/too-many-tries')
  expect(said(await scanner.ask('presence:code', { code: proof }))).toBe('code/too-many-tries')
  expect(await enter(scanner, null)).toBe('waiting')

  const many = await aPhone()
  await enter(many, null)
  const asked = Array.from({ length: 20 }, () => many.ask('presence:code', { code: WRONG }))
  const answers = (await Promise.all(asked)).map(said)
  expect(answers.filter((answer) => answer === 'code/wrong')).toHaveLength(5)
})

it('[RC2] strangers who guess shut out nobody who knows the code', async () => {
  const strangers = await Promise.all(Array.from({ length: 6 }, aPhone))
  const honest = await Promise.all(Array.from({ length: 30 }, aPhone))
  await Promise.all([...strangers, ...honest].map((line) => enter(line, null)))
  const guesses = strangers.flatMap((line) =>
    Array.from({ length: 8 }, () => line.ask('presence:code', { code: WRONG })),
  )
  await Promise.all(guesses)
  const typed = await Promise.all(honest.map((line) => line.ask('presence:code', { code: proof })))
  expect(new Set(typed.map(said))).toEqual(new Set(['ok']))
})

it('[RC3] join codes are no longer looked up once a device has guessed too often', async () => {
  const guesser = await aPhone()
  for (let tries = 0; tries < 20; tries += 1)
    expect(await enter(guesser, null, WRONG)).toBe('meeting/unknown')
  expect(await enter(guesser, null, WRONG)).toBe('code/too-many-tries')
  expect(await enter(guesser, null)).toBe('code/too-many-tries')

  const member = await hall.phone(code, proof)
  for (let tries = 0; tries < 20; tries += 1) await enter(member.line, null, WRONG)
  const back = await hall.line('phone', member.cookie)
  expect(await enter(back, null)).toBe('admitted')
})
