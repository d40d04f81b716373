import type { Seat } from '../../shared/ids.ts'
import type { Clock, Store } from '../ports.ts'
import { createGather } from './gather.ts'

export interface Voter {
  vote: string
  voterKey: string
}

/** What an engine does; how admissions share commits is written once, here. */
export interface RollEngine extends Pick<Store, 'seatOf' | 'seats'> {
  /** One durable transaction: the seat of each, given one if there is none, in the order asked for. */
  admitAll(voters: readonly Voter[]): Promise<Seat[]>
}

interface Waiting extends Voter {
  resolve: (seat: Seat) => void
  reject: (fault: unknown) => void
}

/** Admissions: a page has been loaded for each, so that 20 ms are not felt, and a crowd saves commits. */
const WORTH_A_COMMIT = 64

/** Who holds which seat. A hall comes in at once, so admissions share commits as ballots do. */
export function createRoll(
  { admitAll, seatOf, seats }: RollEngine,
  clock: Clock,
): Pick<Store, 'admit' | 'seatOf' | 'seats'> {
  const queue: Waiting[] = []
  const gather = createGather(
    clock,
    queue,
    async () => {
      const group = queue.splice(0)
      try {
        const given = await admitAll(group)
        group.forEach(({ resolve }, place) => {
          resolve(given[place]!)
        })
      } catch (fault) {
        for (const { reject } of group) reject(fault)
      }
    },
    WORTH_A_COMMIT,
  )

  return {
    admit: (vote, voterKey) =>
      new Promise((resolve, reject) => {
        queue.push({ vote, voterKey, resolve, reject })
        gather()
      }),
    seatOf,
    seats,
  }
}
