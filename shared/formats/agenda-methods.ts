import {
  MAX_GROUP,
  MAX_LETTERS,
  MAX_MONEY,
  MAX_NUMBER,
  MAX_NUMBER_DECIMALS,
  MAX_POINTS,
  MAX_TEXTS,
  MAX_THRESHOLD,
  MAX_UNIT,
  type BudgetRule,
  type Method,
  type Of,
  type Quota,
} from '../method.ts'
import { MAX_OPTIONS } from '../vote.ts'
import { isTrue, listOf, oneOf, orNull, recordOf, text, whole, type Read } from './fields.ts'

const many = whole(0, MAX_OPTIONS)
const points = whole(0, MAX_POINTS)
const level = whole(-MAX_POINTS, MAX_POINTS)
const amount = whole(-MAX_NUMBER, MAX_NUMBER)
const seats = whole(1, MAX_OPTIONS)
const limits = { min: many, max: many }
/** What a project costs, or what there is for all. */
export const money = whole(0, MAX_MONEY)
const greedyRule = recordOf<Extract<BudgetRule, { type: 'greedy' }>>({
  type: oneOf({ greedy: true }),
  threshold: whole(0, MAX_THRESHOLD),
  misfit: oneOf({ skip: true, stop: true }),
})
const sharesRule = recordOf<Extract<BudgetRule, { type: 'equal-shares' }>>({
  type: oneOf({ 'equal-shares': true }),
  completion: oneOf({ none: true, utilitarian: true, add1: true, 'add1-comparison': true }),
  step: orNull(whole(1, MAX_MONEY)),
})

/** What stands beside the settings, for each method. */
export const METHODS: {
  [T in Method['type']]: { [K in keyof Omit<Of<T>, 'type'>]-?: Read<Of<T>[K]> }
} = {
  decision: { abstain: isTrue },
  single: { seats },
  approval: {
    ...limits,
    quotas: listOf(recordOf<Quota>({ group: text(MAX_GROUP), ...limits })),
    seats,
  },
  score: { min: level, max: level, unrated: orNull(level), seats },
  points: { each: points, min: points, max: points, seats },
  ranked: {
    ...limits,
    equal: isTrue,
    count: oneOf({ runoff: true, stv: true, schulze: true, borda: true }),
    seats,
  },
  budget: {
    ...limits,
    purse: money,
    currency: text(MAX_UNIT),
    fits: isTrue,
    rule: (json) => greedyRule(json) ?? sharesRule(json),
  },
  number: {
    min: amount,
    max: amount,
    decimals: whole(0, MAX_NUMBER_DECIMALS),
    unit: text(MAX_UNIT),
  },
  text: {
    show: oneOf({ cloud: true, list: true }),
    most: whole(1, MAX_TEXTS),
    letters: whole(1, MAX_LETTERS),
  },
}
