import type { OptionId } from '../ids.ts'
import type { Detail } from '../tally/counted.ts'
import type { Round } from '../tally/ranked/runoff-rounds.ts'
import type { Runoff } from '../tally/ranked/runoff.ts'
import { PAPER } from '../tally/ranked/stv-papers.ts'
import type { StvCount } from '../tally/ranked/stv.ts'
import type { Outcome, Tie } from '../tally/terms.ts'
import type { SayPicture } from './teller.ts'
import { fewNames, tieLines } from './ties.ts'

/** Votes that left one option, and where they went; `rest`: to nobody. */
export interface Move {
  from: OptionId
  deed: 'excluded' | 'surplus'
  to: Readonly<Record<OptionId, number>>
  rest: number
}

/** `leaving`: out by this round, its votes are still there to be seen; `out`: they have moved. */
export type Fate = 'in' | 'leaving' | 'out' | 'elected'

/** How everything stands after one round or stage, as one picture of a film. */
export interface Frame {
  /** Which count of a sequence, and which round of it, from 1. */
  pass: number
  round: number
  /** The line that elects. */
  needed: number
  votes: Readonly<Record<OptionId, number>>
  /** What came since the picture before. */
  moves: readonly Move[]
  /** Votes that count for nobody by now. */
  rest: number
  fates: Readonly<Record<OptionId, Fate>>
  /** Elected here, best first. */
  elected: readonly OptionId[]
  ties: readonly Tie[]
}

/** A count that goes by rounds. Votes are whole numbers, of which `per` make one vote. */
export interface Rounds extends Pick<Outcome, 'state'> {
  per: number
  /** What a bar over the whole width stands for. */
  whole: number
  passes: number
  frames: readonly Frame[]
}

/** The film of a count; null where it does not go by rounds, or nobody voted. */
export function framesOf(options: readonly OptionId[], detail: Detail | undefined): Rounds | null {
  const rounds =
    detail?.type === 'runoff'
      ? framesOfRunoff(options, detail)
      : detail?.type === 'stv'
        ? framesOfStv(options, detail)
        : null
  return rounds && rounds.whole > 0 ? rounds : null
}

const sumOf = (votes: Readonly<Record<string, number>>) =>
  Object.values(votes).reduce((sum, count) => sum + count, 0)

/** The film of an instant run-off: the whole width is all votes of the first round. */
export function framesOfRunoff(
  options: readonly OptionId[],
  { rounds, ties, state }: Runoff,
): Rounds {
  const frames = rounds.map((each, at): Frame => {
    const until = rounds.slice(0, at + 1)
    const before = rounds[at - 1]
    return {
      ...{ pass: each.pass, round: each.round, needed: each.needed, votes: each.votes },
      moves: before?.pass === each.pass ? movesOf(before) : [],
      rest: sumOf(each.exhausted),
      fates: Object.fromEntries(options.map((id) => [id, fateIn(until, id)])),
      elected: each.elected,
      ties: ties.filter(({ stage }) => stage === at + 1),
    }
  })
  const passes = rounds.at(-1)?.pass ?? 0
  return { state, per: 1, whole: sumOf(rounds[0]?.votes ?? {}), passes, frames }
}

const movesOf = ({ excluded }: Round): Move[] =>
  excluded.map(({ id, to, exhausted }) => ({ from: id, deed: 'excluded', to, rest: exhausted }))

/** What became of an option by the last of these rounds; each pass begins without those elected before. */
function fateIn(rounds: readonly Round[], id: OptionId): Fate {
  if (rounds.some(({ elected }) => elected.includes(id))) return 'elected'
  const now = rounds.at(-1)!
  if (now.excluded.some((each) => each.id === id)) return 'leaving'
  return id in now.votes ? 'in' : 'out'
}

/** How much wider than its longest bar the picture of transferred votes is. */
const ROOM = 1.1

/** The film of a single transferable vote: the whole width is a little more than the longest bar. */
export function framesOfStv(
  options: readonly OptionId[],
  { stages, quota, valid, ties, state }: StvCount,
): Rounds {
  let rest = 0
  const frames = stages.map((each, at): Frame => {
    const lost = each.nonTransferable + each.lost
    rest += lost
    const { of, deed } = each
    const move: Move | null =
      of === null || deed === 'first'
        ? null
        : { from: of, deed: deed === 'surplus' ? deed : 'excluded', to: each.to, rest: lost }
    const fateOf = (id: OptionId): Fate => {
      if (stages.slice(0, at + 1).some(({ elected }) => elected.includes(id))) return 'elected'
      const out = stages.findIndex((stage) => stage.deed === 'exclusion' && stage.of === id)
      if (out < 0 || out > at + 1) return 'in'
      return out === at + 1 ? 'leaving' : 'out'
    }
    const isLast = at === stages.length - 1
    return {
      ...{ pass: 1, round: at + 1, needed: quota, votes: each.votes },
      moves: move ? [move] : [],
      rest,
      fates: Object.fromEntries(options.map((id) => [id, fateOf(id)])),
      elected: each.elected,
      ties: ties.filter(({ stage }) => stage === at + 1 || (isLast && stage > at)),
    }
  })
  const longest = Math.max(quota, ...stages.flatMap(({ votes }) => Object.values(votes)))
  const whole = Math.min(valid * PAPER, longest * ROOM)
  return { state, per: PAPER, whole, passes: 1, frames }
}

/** What one option has in a picture, and how much of it came from whom just now. */
export function barIn(frame: Frame, id: OptionId): { votes: number; gains: Gain[] } {
  const gains = frame.moves.flatMap(({ from, to }) => {
    const votes = to[id] ?? 0
    return votes > 0 ? [{ from, votes }] : []
  })
  return { votes: frame.votes[id] ?? 0, gains }
}

export interface Gain {
  from: OptionId
  votes: number
}

/** Who is elected by this picture, in the order of the election. */
export const winnersAt = ({ frames }: Rounds, at: number): OptionId[] =>
  frames.slice(0, at + 1).flatMap(({ elected }) => elected)

/** What happened since the picture before, or what this one ends with, in one sentence. */
export function storyOf(
  say: SayPicture,
  rounds: Rounds,
  at: number,
  nameOf: (id: OptionId) => string,
): string {
  const { ties, moves, elected } = rounds.frames[at]!
  const names = (ids: readonly OptionId[]) => fewNames(say, ids.map(nameOf))
  if (elected.length > 0) return say('electedNames', { names: names(winnersAt(rounds, at)) })
  const [tied] = tieLines(say, { state: rounds.state, ties }, nameOf)
  if (tied !== undefined) return tied
  const [first] = moves
  if (!first) return say('firstVotes')
  const from = names(moves.map((move) => move.from))
  return say(first.deed === 'surplus' ? 'surplusFrom' : 'movedFrom', { name: from })
}

/** The whole film as a table: a column for each picture. */
export function tableOf(
  say: SayPicture,
  { frames }: Rounds,
  options: readonly { id: OptionId; letter: string | null; text: string }[],
  figure: (parts: number) => string,
): { head: string[]; rows: string[][] } {
  const cellOf = ({ votes, fates }: Frame, id: OptionId) =>
    id in votes && fates[id] !== 'out' ? figure(votes[id] ?? 0) : '–'
  return {
    head: [
      say('optionName'),
      ...frames.map((_, place) => say('roundColumn', { round: place + 1 })),
    ],
    rows: [
      ...options.map(({ id, letter, text }) => [
        `${letter} ${text}`,
        ...frames.map((frame) => cellOf(frame, id)),
      ]),
      [say('restRow'), ...frames.map(({ rest }) => figure(rest))],
    ],
  }
}
