import { pause } from '../../scripts/crowd/phone.ts'
import type { Question } from '../../shared/vote.ts'
import { makeSpy, type Spy } from './spy.ts'
import type { ChaosTest } from './chaos-test.ts'
import type { Random } from './random.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

const MOST_GAIN = 0.02
/** What the attack gains where bars are live, or it would prove nothing. */
const LEAST_GAIN_LIVE = 0.1
/** Longer than the pace of numbers and of bars: each vote is seen alone. */
const PACE_MS = 330

type Rule = Pick<Question, 'names' | 'bars'>

/**
 * Somebody holds a phone, a screen and the desk, sees every push, and knows who votes when. Where
 * bars are hidden that says no more of a vote than the result will say; live bars give it away,
 * which shows that the attack works (D52).
 */
export const s4: ChaosTest = {
  id: 'S4',
  async run({ quick, random }) {
    const casts = quick ? 20 : 100
    const scene = await aScene(casts)
    const spy = await makeSpy(scene)
    try {
      const gains: Record<string, number> = {}
      const attack = async (name: string, rule: Rule) => {
        gains[name] = await gainOf(scene, spy, rule, random)
      }
      await attack('secret', { names: 'secret', bars: 'reveal' })
      await attack('at reveal', { names: 'open', bars: 'reveal' })
      await attack('live', { names: 'open', bars: 'live' })

      const problems = ['secret', 'at reveal']
        .filter((name) => gains[name]! > MOST_GAIN)
        .map((name) => `${name}: ${percent(gains[name]!)} better than a guess`)
      if (gains.live! < LEAST_GAIN_LIVE) problems.push('the attack does not even see live bars')
      const figure = Object.entries(gains).map(([name, gain]) => `${name} +${percent(gain)}`)
      return { tries: 3 * casts, problems, figure: `gained: ${figure.join(', ')}` }
    } finally {
      spy.end()
      await scene.end()
    }
  },
}

/** How much oftener the spy names a vote than who only knows the result. */
async function gainOf(scene: Scene, spy: Spy, rule: Rule, random: Random): Promise<number> {
  const questionId = await scene.ask(rule)
  // What is told of the opening itself, and of the question before, says nothing of these votes.
  await pause(PACE_MS)
  spy.begin()
  const choices: string[] = []
  for (const phone of scene.phones) {
    const choice = OPTIONS[Math.floor(random.next() ** 2 * OPTIONS.length)]!
    choices.push(choice)
    await phone.cast(questionId, [choice])
    await pause(PACE_MS)
  }
  const seen = spy.seen()
  await scene.desk.close(questionId)
  await scene.desk.reveal(questionId)

  const guess = commonest(choices)!
  const named = choices.filter((choice, place) => {
    // What the other votes that looked like this one were, as if the spy had asked all others.
    const alike = choices.filter((_, other) => other !== place && seen[other] === seen[place])
    return (commonest(alike) ?? guess) === choice
  })
  const guessed = choices.filter((choice) => choice === guess)
  return (named.length - guessed.length) / choices.length
}

function commonest(choices: readonly string[]): string | null {
  const times = (wanted: string) => choices.filter((choice) => choice === wanted).length
  const [first] = [...OPTIONS].sort((a, b) => times(b) - times(a))
  return first !== undefined && times(first) > 0 ? first : null
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
