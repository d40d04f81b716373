import {
  drawsLots,
  hasBars,
  hasOptions,
  MAX_NUMBER,
  takesEquals,
  type Of,
  type RankedCount,
} from '../../../../shared/method.ts'
import { usualBallots } from '../../../../shared/patterns.ts'
import {
  decisionOptions,
  type Ballots,
  type Option,
  type Question,
} from '../../../../shared/vote.ts'

/**
 * The same question, every setting of which fits its method, its names and its bars: what they rule
 * out, or is not usual any more as it was `before`, has given way.
 */
export function fitting(question: Question, before = question): Question {
  const { method, names } = question
  const isLive = question.bars === 'live' && names !== 'secret' && hasBars(method)
  const bars = question.bars === 'live' && !isLive ? 'reveal' : question.bars
  return {
    ...question,
    bars,
    options: fittingOptions(question),
    // The name finds the ballot: without codes nothing would be hidden by it.
    receipts: names === 'named' ? 'full' : question.receipts,
    ballots: fittingBallots(question, before),
    reopen: question.reopen && !isLive,
    decision: method.type === 'decision' ? question.decision : null,
    lot: question.lot && drawsLots(method),
  }
}

/** As somebody chose it, until something else is usual: few of those who add an option think of this. */
function fittingBallots(question: Question, before: Question): Ballots {
  const usual = usualBallots(question)
  const isKept = question.names === 'secret' && usual === usualBallots(before)
  return isKept ? question.ballots : usual
}

function fittingOptions({ method, options }: Question): readonly Option[] {
  if (method.type === 'decision') return decisionOptions(method.abstain)
  if (!hasOptions(method)) return []
  return options.map(({ id, text, group, cost }) => ({
    ...{ id, text },
    ...(method.type === 'approval' && group !== undefined && { group }),
    ...(method.type === 'budget' && cost !== undefined && { cost }),
  }))
}

/** Another way to count rankings; one that cannot do it lets nobody share a place, or elects one alone. */
export function countedBy(method: Of<'ranked'>, count: RankedCount): Of<'ranked'> {
  const seats = count === 'runoff' ? 1 : method.seats
  return { ...method, count, seats, equal: method.equal && takesEquals(count) }
}

/** As many digits behind the point, and the same ends of the scale; what is finer than that is cut off. */
export function withDecimals(method: Of<'number'>, decimals: number): Of<'number'> {
  const by = 10 ** Math.abs(decimals - method.decimals)
  const scaled = (value: number) =>
    decimals < method.decimals ? Math.trunc(value / by) : held(value * by)
  return { ...method, decimals, min: scaled(method.min), max: scaled(method.max) }
}

const held = (value: number) => Math.max(-MAX_NUMBER, Math.min(MAX_NUMBER, value))
