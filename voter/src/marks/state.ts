import { costOf } from '../../../shared/checks.ts'
import { isChosen, namedIn, type Marks } from '../../../shared/marks.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { Result } from '../../../shared/result.ts'
import { moneyText } from '../../../shared/ui/figures.ts'
import { amountText } from '../../../shared/ui/numbers.ts'
import type { Question } from '../../../shared/vote.ts'
import { speech, t, why } from '../lib/speech.ts'
import { sumOf } from './points.ts'

/** What stands over the button: how far this ballot is, and what its verdict still asks for. */
export function stateOf(question: Question, marks: Marks, verdict: Result<Marks>): string {
  const missed = verdict.ok ? '' : missing(question, verdict.refusal)
  // Nothing yet, or all but so many: then what is missing says it all.
  const isPlain = missed !== '' && (namedIn(marks).length === 0 || question.method.type === 'score')
  const parts = [isPlain ? '' : soFar(question, marks), missed]
  return parts.filter((part) => part !== '').join(' · ')
}

function soFar({ method, options }: Question, marks: Marks): string {
  const count = namedIn(marks).length
  if (method.type === 'budget') {
    const cost = costOf(namedIn(marks), options)
    const left = method.purse - cost
    const money = method.fits
      ? t('purseLeft', { money: moneyOf(method, Math.max(0, left)) })
      : t('purseSpent', { money: moneyOf(method, cost) })
    return [t('chosen', { count }), left >= 0 || !method.fits ? money : '']
      .filter((part) => part !== '')
      .join(' · ')
  }
  if (isChosen(marks)) return method.type === 'approval' ? t('chosen', { count }) : ''
  if ('ranks' in marks) return t('stateRanked', { count })
  if ('texts' in marks)
    return method.type === 'text' && method.most > 1
      ? t('stateTexts', { count: marks.texts.length })
      : ''
  if ('number' in marks)
    return method.type === 'number'
      ? t('numberRead', { number: amountText(speech.language, marks.number, method) })
      : ''
  return method.type === 'points'
    ? t('pointsLeft', { left: Math.max(0, method.max - sumOf(marks.points)) })
    : t('stateRated', { count, whole: options.length })
}

/** In the words of the form: a reason that speaks of options makes no sense of a text. */
function missing({ method }: Question, refusal: Refusal): string {
  const { code, detail } = refusal
  if (method.type === 'number' && code === 'ballot/wrong-shape') return t('numberMissing')
  if (method.type === 'number' && code === 'ballot/off-scale')
    return t('numberRange', rangeOf(method))
  if (method.type === 'budget' && code === 'ballot/over-purse')
    return t('purseOver', { money: moneyOf(method, Number(detail?.over)) })
  if (method.type === 'text' && code === 'ballot/too-few') return t('textMissing')
  if (method.type === 'score' && code === 'ballot/too-few') return t('rateMore', detail)
  if (code === 'ballot/too-few') return t('missing', detail)
  return code === 'ballot/too-many' ? t('over', detail) : why(refusal)
}

/** The limits of a number, as they are read. */
export function rangeOf(method: Extract<Question['method'], { type: 'number' }>) {
  const { language } = speech
  return {
    least: amountText(language, method.min, method),
    most: amountText(language, method.max, method),
  }
}

/** Money of a budget question, as it is read. */
export function moneyOf(
  { currency }: Extract<Question['method'], { type: 'budget' }>,
  units: number,
) {
  return moneyText(speech.language, units, currency)
}
