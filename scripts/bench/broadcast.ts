import { heard } from './drive.ts'
import type { Halls } from './stage.ts'
import type { Round, Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

/** One frame of ours to all phones, then the very same text by `ws`. */
async function compare({ ours, bare }: Halls, type: string, tell: () => unknown): Promise<Round> {
  const own = await heard(ours, `42["${type}"`, tell)
  const reference = await heard(bare, '42[', () => {
    bare.tell(own.text)
  })
  return { ours: own.spread, reference: reference.spread }
}

/** Milliseconds between the first phone that hears a frame and the last one. */
export const broadcast: Scenario = {
  ...{ id: '3', name: '화면 전환 한 번, 첫 휴대전화부터 마지막까지 · one frame to all phones' },
  ...{ unit: 'ms', better: 'lower', reach: 1.25, beyond: 1 },
  async measure(stage) {
    const halls = await stage.halls(stage.scale.listeners)
    const { desk } = halls.ours
    const told = await rounds(stage.scale.rounds, async () => {
      const questionId = await halls.ours.write('full')
      return [
        await compare(halls, 'question:opened', () => desk.open(questionId)),
        await compare(halls, 'question:closing', () => desk.run('question:close', { questionId })),
        await compare(halls, 'question:sealed', () => undefined),
        await compare(halls, 'question:revealed', () =>
          desk.run('question:reveal', { questionId }),
        ),
      ]
    })
    return told.flat()
  },
}
