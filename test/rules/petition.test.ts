import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPetition, type PetitionRule, type Support } from '../../shared/tally/city/petition.ts'
import { petitionWords } from '../../shared/ui/why/petition.ts'
import { petition as en } from '../../shared/words/counts/petition-en.ts'
import { petition as ko } from '../../shared/words/counts/petition-ko.ts'
import { say } from '../../shared/words/index.ts'

const aRule = (rule: Partial<PetitionRule> = {}): PetitionRule => ({
  ...{ threshold: 3, opensAt: 100, closesAt: 200, isKept: true },
  ...rule,
})

/** `ann 110` supports at 110, `ann -150` withdraws at 150. */
const deeds = (...each: string[]): Support[] =>
  each.map((text) => {
    const [person = '', at = '0'] = text.split(' ')
    return { person, at: Math.abs(Number(at)), deed: at.startsWith('-') ? 'withdraw' : 'support' }
  })

describe('a petition', () => {
  it('[PE1] is met by so many people, each counted once, and the moment is kept', () => {
    const two = deeds('ann 110', 'ann 111', 'bob 120')
    expect(countPetition(aRule(), two)).toEqual({
      ...{ isMet: false, supporters: 2, missing: 1, metAt: null, outside: 0 },
    })
    expect(countPetition(aRule(), [...two, ...deeds('eve 130', 'joe 140')])).toEqual({
      ...{ isMet: true, supporters: 4, missing: 0, metAt: 130, outside: 0 },
    })
  })

  it('[PE2] counts what is done from its opening to its close, both included', () => {
    const result = countPetition(
      aRule(),
      deeds('ann 99', 'bob 100', 'eve 200', 'joe 201', 'bob 250'),
    )
    expect(result).toMatchObject({ supporters: 2, missing: 1, outside: 2 })
    expect(countPetition(aRule(), deeds('ann 150', 'ann -201')).supporters).toBe(1)
  })

  it('[PE3] loses who withdraws; whether it stays met is a field of its rule', () => {
    const all = deeds('ann 110', 'bob 120', 'eve 130', 'bob -140')
    const kept = countPetition(aRule(), all)
    expect(kept).toMatchObject({ isMet: true, supporters: 2, missing: 0, metAt: 130 })
    const open = countPetition(aRule({ isKept: false }), all)
    expect(open).toMatchObject({ isMet: false, supporters: 2, missing: 1, metAt: null })
    const again = countPetition(aRule({ isKept: false }), [...all, ...deeds('bob 150')])
    expect(again).toMatchObject({ isMet: true, metAt: 150 })
  })

  it('[PE3] is not met by whom one moment brings and takes away', () => {
    const all = deeds('ann 110', 'bob 120', 'eve 130', 'bob -130')
    expect(countPetition(aRule(), all)).toMatchObject({ isMet: false, supporters: 2 })
  })

  it('[PE4] [CO2] gives the same whatever the order of the list, and is met once', () => {
    const some = fc.array(
      fc.record({
        person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        at: fc.integer({ min: 95, max: 205 }),
        deed: fc.constantFrom('support' as const, 'withdraw' as const),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, fc.boolean(), (list, isKept) => {
        const rule = aRule({ isKept })
        const result = countPetition(rule, list)
        expect(countPetition(rule, [...list].reverse())).toEqual(result)
        expect(result.isMet).toBe(result.missing === 0)
        const supports = list.filter(({ deed }) => deed === 'support')
        const until = (at: number) => supports.filter((each) => each.at <= at)
        const states = Array.from(
          { length: 111 },
          (_, at) => countPetition(rule, until(at + 95)).isMet,
        )
        expect(
          states.filter((isMet, at) => at > 0 && isMet !== states[at - 1]).length,
        ).toBeLessThan(2)
      }),
    )
    expect(() => countPetition(aRule({ threshold: 0 }), [])).toThrow(RangeError)
  })

  it('[CO1] says in both languages what became of it', () => {
    const told = (dictionary: typeof ko, isKept: boolean, ...each: string[]) => {
      const rule = aRule({ isKept })
      const result = countPetition(rule, deeds(...each))
      return petitionWords((key, detail) => say(dictionary[key], detail), rule, result)
    }
    const all = ['ann 110', 'bob 120', 'eve 130']
    expect(told(ko, true, ...all)).toEqual(['3명이 지지해 필요한 3명을 채웠습니다'])
    expect(told(en, true, ...all, 'bob -140')[0]).toMatch(
      /^Met: once there were the 3 .* 2 are left/,
    )
    expect(told(ko, false, ...all, 'bob -140', 'zoe 300')).toEqual([
      '2명이 지지했습니다. 필요한 3명에서 1명이 모자랍니다',
      '기간이 아닐 때만 참여해 세지 않은 사람 1명',
    ])
  })
})
