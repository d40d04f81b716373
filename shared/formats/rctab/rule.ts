import type { RunoffRule } from '../../tally/ranked/runoff-rule.ts'
import type { Entry } from '../../tally/election/election.ts'
import type { Faults, Place } from '../faults.ts'
import type { Json } from '../json.ts'

/** The options of a configuration: texts as RCTab writes them, numbers and switches among them. */
export interface Settings {
  place: Place
  entries: ReadonlyMap<string, Json>
  /** Ranks of a ballot; null: as many as there are. */
  ranks: number | null
  seats: number | null
}

/** What RCTab knows and no count here does: a switch that is on is a fault, not another result. */
const UNKNOWN = ['nonIntegerWinningThreshold', 'hareQuota', 'treatBlankAsUndeclaredWriteIn']

const OVERVOTES = [
  'exhaustImmediately',
  'alwaysSkipToNextRank',
  'exhaustIfMultipleContinuing',
] as const
const MODES = [
  ...['singleWinnerMajority', 'multiPassIrv', 'bottomsUp', 'bottomsUpUsingPercentageThreshold'],
  ...['multiWinnerAllowMultipleWinnersPerRound', 'multiWinnerAllowOnlyOneWinnerPerRound'],
] as const
const TIES = {
  random: ['lot'],
  generatePermutation: ['lot'],
  stopCountingAndAsk: [],
  previousRoundCountsThenRandom: ['earlier', 'lot'],
  previousRoundCountsThenAsk: ['earlier'],
} satisfies Record<string, RunoffRule['ties']>

export function settingsIn(rules: Json | undefined): Settings {
  const entries = rules?.type === 'record' ? rules.entries : new Map<string, Json>()
  const whole = (name: string) => wholeIn(valueIn(entries.get(name)))
  return {
    ...{ place: rules ?? { line: 1, column: 1 }, entries },
    ...{ ranks: whole('maxRankingsAllowed'), seats: whole('numberOfWinners') },
  }
}

/** The rule of a configuration, or null where it transfers surpluses. */
export function readRunoffRule(
  { place, entries, seats }: Settings,
  options: readonly Entry[],
  faults: Faults,
): RunoffRule | null {
  const text = (name: string) => valueIn(entries.get(name))
  const odd = (name: string, expected = 'rctab-setting') => {
    const { line, column } = entries.get(name) ?? place
    faults.add({ line, column }, expected, `${name} ${text(name)}`.trim())
  }
  const isOn = (name: string) => {
    if (!['true', 'false', ''].includes(text(name))) odd(name)
    return text(name) === 'true'
  }
  const among = <T extends string>(name: string, known: readonly T[]): T => {
    const found = known.find((each) => each === text(name))
    if (found === undefined) odd(name)
    return found ?? known[0]!
  }
  const whole = (name: string, without: string): number | null => {
    const found = wholeIn(text(name))
    if (found === null && text(name) !== '' && text(name) !== without) odd(name)
    return found
  }

  for (const name of UNKNOWN) if (isOn(name)) odd(name, 'rctab-off')
  const mode = among('winnerElectionMode', MODES)
  const tie = among('tiebreakMode', [...keysOf(TIES), 'useCandidateOrder'])
  const rule: Omit<RunoffRule, 'winners'> = {
    overvote: among('overvoteRule', OVERVOTES),
    maxSkippedRanksAllowed: whole('maxSkippedRanksAllowed', 'unlimited'),
    exhaustOnDuplicateCandidate: isOn('exhaustOnDuplicateCandidate'),
    batchElimination: isOn('batchElimination'),
    continueUntilTwo: isOn('continueUntilTwoCandidatesRemain'),
    minimumVotes: whole('minimumVoteThreshold', '') ?? 0,
    firstRoundDeterminesThreshold: isOn('doesFirstRoundDetermineThreshold'),
    stopAfterRound: whole('stopTabulationEarlyAfterRound', ''),
    ties: tie === 'useCandidateOrder' ? [{ order: options.map(({ id }) => id) }] : TIES[tie],
    excluded: options.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
    writeIns: options.map(({ id }) => id).filter((id) => id === 'UWI'),
  }
  const isSeated = seats !== null && (seats > 0 || mode === 'bottomsUpUsingPercentageThreshold')
  if (!isSeated) odd('numberOfWinners')
  switch (mode) {
    case 'singleWinnerMajority':
      return { ...rule, winners: { type: 'one' } }
    case 'multiPassIrv':
      return { ...rule, winners: { type: 'sequential', seats: seats ?? 0 } }
    case 'bottomsUp':
      return { ...rule, winners: { type: 'bottoms-up', seats: seats ?? 0 } }
    case 'bottomsUpUsingPercentageThreshold': {
      const name = 'multiSeatBottomsUpPercentageThreshold'
      const share = shareIn(text(name))
      if (!share) odd(name)
      const together = isOn('cutoffElimination')
      return share && { ...rule, winners: { type: 'bottoms-up-share', share, together } }
    }
    case 'multiWinnerAllowMultipleWinnersPerRound':
    case 'multiWinnerAllowOnlyOneWinnerPerRound':
      return null
  }
}

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T & string)[]

const valueIn = (json: Json | undefined) => (json?.type === 'plain' ? String(json.value) : '')

const wholeIn = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : null)

/** A percentage with up to six digits behind the point, as parts of a whole. */
function shareIn(text: string) {
  const [, whole = '', parts = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  const [numerator, denominator] = [Number(whole + parts), 100 * 10 ** parts.length]
  return whole !== '' && numerator <= denominator ? { numerator, denominator } : null
}
