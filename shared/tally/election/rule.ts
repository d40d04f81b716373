import type { EqualSharesRule } from '../budget/equal-shares.ts'
import type { GreedyRule } from '../budget/greedy.ts'
import type { Key } from '../keys.ts'
import { PLAIN_RUNOFF, type RunoffRule } from '../ranked/runoff-rule.ts'
import type { Ballots, Election } from './election.ts'

/** Every count that an election from a file can be put through, by the names that commands know. */
export const METHODS = [
  ...(['greedy', 'equal-shares', 'irv', 'stv-scottish', 'schulze'] as const),
  ...(['borda', 'approval', 'score', 'plurality'] as const),
] as const
export type MethodName = (typeof METHODS)[number]

/** A method with all that it leaves open; plain data. */
export type ElectionRule =
  | { method: 'irv'; rule: RunoffRule }
  | { method: 'greedy'; rule: GreedyRule }
  | { method: 'equal-shares'; rule: EqualSharesRule }
  | { method: Exclude<MethodName, 'irv' | 'greedy' | 'equal-shares'>; seats: number }

/** What somebody asks for beside the file: a method instead of its own, and settings of it. */
export interface Wanted {
  method?: MethodName | undefined
  seats?: number | undefined
  /** Fields of the method's rule, as JSON gives them. */
  rule?: Readonly<Record<string, unknown>> | undefined
}

/** Why an election cannot be counted so: a code with words in both languages (words/counts/count). */
export interface RuleFault {
  code: 'no-rule' | 'no-budget' | 'unknown-setting' | 'odd-setting' | 'no-settings'
  detail: Readonly<Record<string, string | number>>
}

export type RuleReading = { ok: true; rule: ElectionRule } | { ok: false; fault: RuleFault }

const no = (code: RuleFault['code'], detail: RuleFault['detail'] = {}) =>
  ({ ok: false, fault: { code, detail } }) as const

/** The rule to count by: the file's own, or that of the method that was asked for, with these settings. */
export function ruleFor(election: Election, own: ElectionRule | null, wanted: Wanted): RuleReading {
  const method = wanted.method ?? own?.method
  if (!method) return no('no-rule')
  const base = own?.method === method ? own : usualRule(method, election)
  if (!base) return no('no-budget')
  if (!('rule' in base)) {
    if (wanted.rule && Object.keys(wanted.rule).length > 0) return no('no-settings', { method })
    return { ok: true, rule: { ...base, seats: wanted.seats ?? base.seats } }
  }
  const fault = faultIn(base.rule, wanted.rule ?? {})
  if (fault) return { ok: false, fault }
  const rule = { ...base.rule, ...wanted.rule }
  const seated = base.method === 'irv' && wanted.seats ? { winners: winnersOf(wanted.seats) } : {}
  return { ok: true, rule: { method, rule: { ...rule, ...seated } } as ElectionRule }
}

const winnersOf = (seats: number): RunoffRule['winners'] =>
  seats === 1 ? { type: 'one' } : { type: 'sequential', seats }

/** A method as cities mostly use it; null: it spends money, and the file names none. */
function usualRule(method: MethodName, election: Election): ElectionRule | null {
  const { budget, decimals } = election
  switch (method) {
    case 'irv':
      return { method, rule: { ...PLAIN_RUNOFF, winners: winnersOf(election.seats ?? 1) } }
    case 'greedy':
      return budget === null ? null : { method, rule: usualGreedy(budget, election) }
    case 'equal-shares':
      return budget === null
        ? null
        : { method, rule: { budget, decimals, completion: 'add1', step: null, isFiltered: false } }
    case 'stv-scottish':
    case 'schulze':
    case 'borda':
    case 'approval':
    case 'score':
    case 'plurality':
      return { method, seats: election.seats ?? 1 }
  }
}

function usualGreedy(budget: number, { ballots }: Election): GreedyRule {
  return {
    budget,
    key: usualKey(ballots),
    ...{ threshold: 0, takesUnwanted: false, misfit: 'skip' },
    ...{ conflicts: [], caps: [], spendsLeftover: false },
  }
}

/** What ballots of this form are counted by where no rule says it. */
export const usualKey = ({ form }: Ballots): Key =>
  form === 'points' ? { by: 'points', unnamed: 0 } : { by: 'votes' }

/** What a setting may be where its type does not say it. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  completion: ['none', 'utilitarian', 'add1', 'add1-comparison'],
  overvote: ['exhaustImmediately', 'alwaysSkipToNextRank', 'exhaustIfMultipleContinuing'],
}
/** Settings that may be nothing: a whole number otherwise. */
const MAY_BE_NULL = ['step', 'maxSkippedRanksAllowed', 'stopAfterRound']

function faultIn(rule: object, settings: Readonly<Record<string, unknown>>): RuleFault | null {
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(rule, name))
      return { code: 'unknown-setting', detail: { name, known: Object.keys(rule).join(', ') } }
    const usual = (rule as Record<string, unknown>)[name]
    if (!isLike(name, value, usual))
      return { code: 'odd-setting', detail: { name, value: JSON.stringify(value) ?? '' } }
  }
  return null
}

function isLike(name: string, value: unknown, usual: unknown): boolean {
  const choices = CHOICES[name]
  if (choices) return choices.includes(value)
  if (MAY_BE_NULL.includes(name)) return value === null || isCount(value)
  if (typeof usual === 'number') return isCount(value)
  if (Array.isArray(usual)) return Array.isArray(value)
  // A setting of several forms, as what a misfit does: its count refuses what it cannot read.
  if (name === 'misfit') return typeof value === 'object' ? value !== null : isMisfit(value)
  return typeof value === typeof usual && value !== null
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isMisfit = (value: unknown) => value === 'skip' || value === 'stop'
