import type { Counted } from '../../tally/counted.ts'
import type { Question } from '../../vote.ts'
import { say } from '../../words/index.ts'
import type { Teller } from '../teller.ts'
import { electedLines } from './elected.ts'
import { rankedLines } from './ranked.ts'
import { spentLines } from './spent.ts'

/** How the method counts, and of each option why it won or lost; none where nobody is elected by it. */
export function whyLines(
  teller: Teller,
  question: Question,
  counted: Counted,
): { method: string | null; reasons: string[] } {
  const { detail, outcome } = counted
  const { counts } = teller
  switch (detail?.type) {
    case 'runoff':
    case 'stv':
    case 'schulze':
    case 'borda':
      return {
        method: say(counts[detail.type].method),
        reasons: rankedLines(teller, question, detail),
      }
    case 'greedy':
    case 'equal-shares': {
      const { method } = question
      const reasons = method.type === 'budget' ? spentLines(teller, question, method, detail) : []
      return {
        method: detail.type === 'greedy' ? null : say(counts.shares.method),
        reasons,
      }
    }
    case 'score':
    case 'number':
    case 'text':
    case undefined:
      return { method: null, reasons: outcome ? electedLines(teller, question, counted) : [] }
  }
}
