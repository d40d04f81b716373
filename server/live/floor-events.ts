import { refuse, type Result } from '../../shared/result.ts'
import { floorAskSchema, floorListSchema, floorVoteSchema } from '../../shared/wire/floor.ts'
import type { Pass } from '../services/holding.ts'
import type { Visitor } from '../services/joining.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'

/** Questions from the floor, as phones send them and vote for them. */
export function floorEvents(
  { floor, limits }: Gateway,
  listen: Listen,
  isOut: (visitor: Visitor) => boolean,
): void {
  const ofPhone = <M, T>(
    event: string,
    schema: Deed<M, T>['schema'],
    work: (pass: Pass, message: M) => Promise<Result<T>>,
  ) => {
    listen(event, {
      right: 'floor:ask',
      schema,
      deed: async ({ visitor, pass }, message) =>
        visitor && pass?.seats.length && !isOut(visitor)
          ? work(pass, message)
          : refuse('meeting/not-admitted'),
    })
  }
  ofPhone('floor:ask', floorAskSchema, async (pass, question) => {
    // A phone that never heard the answer asks again, and has taken nothing more.
    const asked = floor.asked(pass, question)
    if (asked) return asked
    if (!(await limits.floorOfSeat(`${pass.vote} ${pass.seats[0]}`)))
      return refuse('floor/too-often')
    return floor.ask(pass, question)
  })
  ofPhone('floor:list', floorListSchema, async (pass, { own }) => floor.toPhone(pass, own))
  ofPhone('floor:vote', floorVoteSchema, (pass, { id, voted }) => floor.vote(pass, id, voted))
}
