import type { Leaf, Nonce, OptionId } from '../ids.ts'
import { canonical, leaf } from '../leaf.ts'
import { fingerprint, hashOf, rootOf } from '../proof.ts'
import { listLeaf } from '../stamp.ts'
import { votesOf, type Count } from '../tally/choice.ts'
import type { Tally } from '../tally/counted.ts'
import { tally } from '../tally/index.ts'
import { commitmentTo, lotOf } from '../tally/lot.ts'
import type { PublishedBallot, PublishedQuestion } from '../wire/api.ts'

/** What a published result says of itself, each a line of its own (D13, D16, D18). */
export type Claim =
  | ('leaves' | 'size' | 'root' | 'rules' | 'seal')
  | ('lot' | 'turnout' | 'ballots' | 'count' | 'winners' | 'whole')

/** One claim, as it was published and as it came out here. */
export interface Line {
  claim: Claim
  /** The option that a count is of. */
  option?: OptionId
  published: Said
  found: Said
  holds: boolean
}

/** A number, a hash, or options; null: there is none. */
type Said = number | string | readonly OptionId[] | null

export interface Comparison {
  /** In the list. */
  ballots: number
  /** Of these, how many the list names without all that is on them: the rule keeps them back. */
  hidden: number
  /** Leaves of the list that are not those of the ballots they stand beside. */
  forged: readonly Leaf[]
  lines: readonly Line[]
}

/** A published result with its list: of a withheld one there is nothing to count. */
export type Listed = PublishedQuestion & { ballots: PublishedBallot[] }

/** Counts a published list again and sets beside each other what was published and what came out. */
export function compare(published: Listed): Comparison {
  const { question, rules, seal, result, ballots, hidden = [] } = published
  const list = [...ballots, ...hidden]
  const leaves = list.map((ballot) => ballot.leaf as Leaf).sort()
  const provable = provableOf(published)
  const wrong = provable.flatMap(({ marks, nonce, ...ballot }) =>
    listLeaf(leaf(question.id, marks, nonce), ballot) === ballot.leaf ? [] : (ballot.leaf as Leaf),
  )
  const unproved = mayHide(published) ? [] : unprovedIn(published)
  const forged = [...wrong, ...unproved]
  const judged = provable.length + unproved.length
  const lines = [
    // Where every ballot is kept back there is none to hold against its leaf.
    ...(judged > 0 || list.length === 0 ? [line('leaves', judged, judged - forged.length)] : []),
    line('size', seal.size, list.length),
    line('root', seal.root, rootOf(leaves)),
    {
      ...line('rules', seal.rulesHash, hashOf(rules)),
      ...(!isFrozen(published) && { holds: false }),
    },
    line('seal', fingerprint(result.seal), fingerprint(seal)),
    ...lotLines(published),
    line('turnout', result.turnout, list.length),
    // Of ballots that are named only, their number is all that can be counted.
    ...(hidden.length > 0 && mayHide(published)
      ? [line('ballots', result.tally.ballots + result.spoiled, list.length)]
      : countLines(published)),
  ]
  return { ballots: list.length, hidden: list.length - provable.length, forged, lines }
}

const line = (claim: Claim, published: Said, found: Said, option?: OptionId): Line => ({
  ...{ claim, published, found, holds: canonical(published) === canonical(found) },
  ...(option !== undefined && { option }),
})

/**
 * Only answers in words are kept back, and ballots where the frozen rule says totals alone: anywhere else
 * what cannot be proved is not to be believed.
 */
const mayHide = (published: Listed): boolean =>
  (published.question.method.type === 'text' || ruledOf(published).ballots === 'totals') &&
  (published.hidden ?? []).length > 0

/** Leaves that stand beside no ballot, and ballots that nothing ties to their leaf. */
function unprovedIn({ ballots, hidden = [], salt }: Listed): Leaf[] {
  const bare = salt === null ? ballots.filter(({ nonce }) => nonce === undefined) : []
  return [...hidden, ...bare].map((ballot) => ballot.leaf as Leaf)
}

/** Without nonce and salt a ballot can be counted, but not be told from another of its list. */
function provableOf({ ballots, salt }: Listed) {
  return ballots.flatMap((ballot) => {
    const nonce = ballot.nonce ?? salt
    return nonce === null ? [] : [{ ...ballot, nonce: nonce as Nonce }]
  })
}

/** Is the question the one of the rules? What came to questions after it opened is not in them. */
function isFrozen(published: Listed): boolean {
  const { question } = published
  const ruled = ruledOf(published)
  return ruled.id !== undefined && canonical({ ...question, ...ruled }) === canonical(question)
}

/** The question as the hashed rules have it. */
function ruledOf({ rules }: Listed): Partial<Listed['question']> {
  return (rules as { question?: Partial<Listed['question']> }).question ?? {}
}

/** Was the seed of the lot fixed before anybody voted? Nothing to say where there was none. */
function lotLines({ rules, result: { lotSeed } }: Listed): Line[] {
  const { lot = null } = rules as { lot?: string }
  if (lot === null && lotSeed === undefined) return []
  return [line('lot', lot, lotSeed === undefined || !isHex(lotSeed) ? null : commitmentTo(lotSeed))]
}

const isHex = (seed: string) => /^([0-9a-f]{2})+$/i.test(seed)

function countLines({ question, result, ballots }: Listed): Line[] {
  const { lotSeed } = result
  const lot = lotOf(question, lotSeed !== undefined && isHex(lotSeed) ? lotSeed : null)
  const found = tally(question, ballots, { ...result, lot })
  const shown = result.tally
  const [there, here] = [countsOf(shown), countsOf(found)]
  return [
    line('ballots', shown.ballots, found.ballots),
    ...question.options.flatMap(({ id }) => {
      const [one, other] = [there.get(id), here.get(id)]
      if (!one && !other) return []
      const holds = canonical(one ?? null) === canonical(other ?? null)
      return {
        ...line('count', one ? votesOf(one) : null, other ? votesOf(other) : null, id),
        holds,
      }
    }),
    ...(there.size + here.size > 0 ? [line('winners', leadingOf(shown), leadingOf(found))] : []),
    line('whole', hashOf(shown), hashOf(found)),
  ]
}

const countsOf = (counted: Tally) =>
  new Map<OptionId, Count>(
    counted.state === 'counted' ? counted.counts.map((each) => [each.id, each]) : [],
  )

const leadingOf = (counted: Tally) => (counted.state === 'counted' ? counted.leading : null)
