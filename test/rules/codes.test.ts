import { expect, it } from 'vitest'
import { createLimits } from '../../server/limits.ts'
import { createCodes } from '../../server/live/codes.ts'
import type { Visitor } from '../../server/services/joining.ts'
import type { MeetingId } from '../../shared/ids.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { refuse } from '../../shared/result.ts'

const RIGHT = 'ABCDEF'
/** What a helper's device hears of these. */
const HELPED: Record<string, RefusalCode> = {
  [RIGHT]: 'question/not-open',
  'no key': 'roster/wrong',
  'on a phone': 'roster/on-phone',
}
const at = (voterKey: string) => ({ meetingId: 'm', voterKey }) as Visitor

function aDoor() {
  let now = 0
  const codes = createCodes({
    limits: createLimits({ since: () => now }),
    joining: {
      isPresenceCode: (_, typed) => typed === RIGHT,
      visitor: (device) => ({ ok: true, value: at(device) }),
      isKnown: async () => false,
      asksFor: () => true,
    },
    helping: {
      take: async (_, typed) => refuse(HELPED[typed] ?? 'door/wrong'),
    },
    doors: {
      spendCode: async (_, typed) =>
        typed === 'used' ? 'used' : typed === RIGHT ? 'right' : 'wrong',
      isPassword: (_, typed) => typed === RIGHT,
    },
    rosters: { claim: async (_, typed) => (typed === RIGHT ? 'right' : 'wrong') },
  })
  const tries = async (device: string, typed: string, times: number) => {
    const said = []
    for (let i = 0; i < times; i += 1) said.push(await codes.tryPresence(at(device), typed))
    return said
  }
  const passwords = async (device: string, typed: string, times: number) => {
    const said = []
    for (let i = 0; i < times; i += 1) said.push(await codes.tryPassword(at(device), typed))
    return said
  }
  return { codes, tries, passwords, wait: (ms: number) => (now += ms) }
}

it('[RC2] right codes cost nothing, and a minute later wrong ones are looked at again', async () => {
  const { tries, wait } = aDoor()
  expect(new Set(await tries('a', RIGHT, 100))).toEqual(new Set(['right']))
  expect(await tries('a', 'wrong', 6)).toEqual([...Array<string>(5).fill('wrong'), 'spent'])
  expect(await tries('a', RIGHT, 1)).toEqual(['spent'])
  wait(60_000)
  expect(await tries('a', RIGHT, 1)).toEqual(['right'])
})

it('[RC2] beyond a meeting’s budget a wrong code costs double, a right one still nothing', async () => {
  const { tries } = aDoor()
  for (const stranger of 'abcd') await tries(stranger, 'wrong', 5)
  expect(await tries('e', 'wrong', 4)).toEqual(['wrong', 'wrong', 'wrong', 'spent'])
  expect(await tries('honest', 'wrong', 1)).toEqual(['wrong'])
  expect(await tries('honest', RIGHT, 1)).toEqual(['right'])
})

it('[RC3] finding a meeting costs only those who guess', async () => {
  const { codes } = aDoor()
  for (let visits = 0; visits < 50; visits += 1)
    expect((await codes.findMeeting('a', RIGHT)).ok).toBe(true)
})

it('[DC3] a wrong door code costs a try as a rotating one does; a used one is told and costs none', async () => {
  const { codes } = aDoor()
  const door = (typed: string) => codes.tryDoor(at('a'), typed)
  for (let tries = 0; tries < 10; tries += 1) expect(await door('used')).toBe('used')
  for (let tries = 0; tries < 5; tries += 1) expect(await door('wrong')).toBe('wrong')
  expect(await door(RIGHT)).toBe('spent')
})

it('[PW2] five wrong passwords a minute and device, twenty a meeting; right ones are free', async () => {
  const { passwords, wait } = aDoor()
  expect(new Set(await passwords('right', RIGHT, 100))).toEqual(new Set(['right']))
  expect(await passwords('a', 'wrong', 6)).toEqual([...Array<string>(5).fill('wrong'), 'spent'])
  for (const stranger of 'bcd') await passwords(stranger, 'wrong', 5)
  expect(await passwords('honest', RIGHT, 1)).toEqual(['spent'])
  wait(60_000)
  expect(await passwords('honest', RIGHT, 1)).toEqual(['right'])
})

it('[HD6] typos at a helper’s device have a budget of their own, and right codes cost nothing', async () => {
  const { codes, tries, wait } = aDoor()
  const typed = async (code: string, times: number) => {
    const said = []
    for (let i = 0; i < times; i += 1) {
      const taken = await codes.tryHelped('tablet', 'm' as MeetingId, code)
      said.push(taken.ok ? 'ok' : taken.refusal.code)
    }
    return said
  }
  expect(new Set(await typed(RIGHT, 200))).toEqual(new Set(['question/not-open']))
  expect(new Set(await typed('on a phone', 100))).toEqual(new Set(['roster/on-phone']))
  expect(new Set(await typed('nope', 30))).toEqual(new Set(['door/wrong']))
  expect(new Set(await typed('no key', 30))).toEqual(new Set(['roster/wrong']))
  expect(await typed(RIGHT, 1)).toEqual(['code/too-many-tries'])
  expect(await tries('phone', 'nope', 5)).not.toContain('spent')
  wait(60_000)
  expect(await typed(RIGHT, 1)).toEqual(['question/not-open'])
})
