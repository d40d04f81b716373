/** What a petition needs: so many people, inside a window. Moments are milliseconds, both ends count. */
export interface PetitionRule {
  threshold: number
  opensAt: number
  closesAt: number
  /** Does it stay granted if supporters withdraw afterwards? */
  isKept: boolean
}

/** One deed of one person; `person` is a key that is the same for all that they do. */
export interface Support {
  person: string
  at: number
  deed: 'support' | 'withdraw'
}

export interface Petition {
  isMet: boolean
  /** Distinct people who stand behind it at the end. */
  supporters: number
  /** How many more it needs; 0 where it is met. */
  missing: number
  /** When it was met for good: of a petition that is not kept, when it was last met. Null: it is not met. */
  metAt: number | null
  /** People who did something, and all of it outside the window. */
  outside: number
}

/**
 * Counts a petition (support it, withdraw it, as often as one likes). The order of the deeds in the list
 * changes nothing; of two in the same moment withdrawing is the later one. Supporters who turn out to be
 * no people are left out by the caller, and then it was never met by them. Throws where the threshold is
 * no whole number from 1.
 */
export function countPetition(rule: PetitionRule, deeds: Iterable<Support>): Petition {
  const { threshold, opensAt, closesAt, isKept } = rule
  if (!Number.isSafeInteger(threshold) || threshold < 1)
    throw new RangeError(`a threshold of ${threshold}`)
  const inOrder = [...deeds].sort((a, b) => a.at - b.at || rank(a) - rank(b))
  const supporters = new Set<string>()
  const counted = new Set<string>()
  const everybody = new Set<string>()
  let metAt: number | null = null

  for (const [place, { person, at, deed }] of inOrder.entries()) {
    everybody.add(person)
    if (at < opensAt || at > closesAt) continue
    counted.add(person)
    if (deed === 'support') supporters.add(person)
    else supporters.delete(person)
    // What happens in one moment happens together.
    if (inOrder[place + 1]?.at === at) continue
    if (supporters.size >= threshold) metAt ??= at
    else if (!isKept) metAt = null
  }
  return {
    isMet: metAt !== null,
    supporters: supporters.size,
    missing: metAt === null ? threshold - supporters.size : 0,
    metAt,
    outside: everybody.size - counted.size,
  }
}

const rank = ({ deed }: Support) => (deed === 'withdraw' ? 1 : 0)
