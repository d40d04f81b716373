import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Random } from './random.ts'
import { OPTIONS } from './scene.ts'

const LEAST_REVISIONS = 3
const LONGEST_PAUSE = 1500

/** All cast and change their votes, at least three revisions and on while `disturb` works. */
export async function voteWhile(
  phones: readonly Phone[],
  { questionId, random }: { questionId: QuestionId; random: Random },
  disturb: () => Promise<void>,
): Promise<void> {
  let isOver = false
  const voting = phones.map(async (phone) => {
    for (let rev = 0; rev < LEAST_REVISIONS || !isOver; rev += 1) {
      await pause(random.next() * LONGEST_PAUSE)
      await phone.cast(questionId, [random.pick(OPTIONS)])
    }
  })
  try {
    await disturb()
  } finally {
    isOver = true
  }
  await Promise.all(voting)
}
