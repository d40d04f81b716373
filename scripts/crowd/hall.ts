import type { QuestionId } from '../../shared/ids.ts'
import type { LiveTally } from '../../shared/meeting.ts'
import type { Desk } from './desk.ts'
import { Line } from './line.ts'
import { pause, Phone, type Cast, type PhoneOptions } from './phone.ts'

export interface Joined {
  phones: Phone[]
  /** Milliseconds from the page to the snapshot, each. */
  times: number[]
  refused: Record<string, number>
}

/** A hall comes in, evenly spread over `seconds`. */
export async function joinAll(
  count: number,
  seconds: number,
  options: PhoneOptions,
): Promise<Joined> {
  const joined: Joined = { phones: [], times: [], refused: {} }
  const arrive = async (place: number) => {
    await pause((place / count) * seconds * 1000)
    const start = performance.now()
    try {
      joined.phones.push(await Phone.join(options))
      joined.times.push(performance.now() - start)
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : 'unknown'
      joined.refused[reason] = (joined.refused[reason] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: count }, (_, place) => arrive(place)))
  return joined
}

/** Everybody votes once, at a random moment within `seconds`; who has no answer in `patience` gives up. */
export async function castAll(
  phones: readonly Phone[],
  {
    questionId,
    options,
    seconds,
    patience,
  }: { questionId: QuestionId; options: readonly string[]; seconds: number; patience: number },
): Promise<Cast[]> {
  const casts = phones.map(async (phone) => {
    await pause(Math.random() * seconds * 1000)
    const mark = options[Math.floor(Math.random() ** 2 * options.length)]!
    await phone.cast(questionId, [mark as never])
  })
  await Promise.race([Promise.allSettled(casts), pause((seconds + patience) * 1000)])
  return phones.flatMap((phone) => phone.casts)
}

/** A big screen that remembers when it first held each count. */
export async function watchScreen(desk: Desk) {
  const line = new Line({ url: desk.url, page: 'screen', cookie: desk.cookie })
  const seen: { questionId: QuestionId | null; voted: number; at: number }[] = []
  line.onReady = () => void line.ask('screen:watch', { code: desk.code })
  line.onPush = (event, message) => {
    if (event !== 'tally:changed') return
    const { questionId, people } = message as LiveTally
    seen.push({ questionId, voted: people.voted, at: performance.now() })
  }
  await line.connect()
  return {
    line,
    /** For the k-th acknowledged first ballot: milliseconds until the first tally that holds k. */
    lags(questionId: QuestionId, answeredAt: readonly number[]): number[] {
      const told = seen.filter((each) => each.questionId === questionId)
      const lags: number[] = []
      let next = 0
      for (const [place, at] of [...answeredAt].sort((a, b) => a - b).entries()) {
        while (next < told.length && told[next]!.voted < place + 1) next += 1
        const shown = told[next]
        if (shown) lags.push(Math.max(0, shown.at - at))
      }
      return lags
    },
  }
}
