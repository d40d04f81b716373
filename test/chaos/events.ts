import type { DeedName, MessageOf } from '../../scripts/crowd/line.ts'
import { padded, makeBallot } from '../../shared/client/outbox.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { Action } from '../../shared/rights.ts'
import { aQuestion } from '../support/builders.ts'
import { OPTIONS } from './scene.ts'

/** Every event of the wire with one well-formed message; a new event does not compile without. */
export function everyEvent(code: string, questionId: QuestionId, seat: Seat) {
  const marks = [OPTIONS[0]!]
  return {
    'meeting:enter': { code, proof: null },
    'presence:place': { latitude: 37.5, longitude: 127, accuracy: 10, age: 0 },
    'presence:code': { code: 'ABCDEF' },
    'presence:ask': {},
    'ballot:cast': padded(makeBallot({ questionId, seat, basedOn: 0, marks }).message),
    'screen:watch': { code },
    'desk:watch': { code: null },
    'meeting:name': { title: 'mine' },
    'presence:rule': { need: 'any', proofs: ['hand'], fence: null },
    'arrival:decide': { number: 1, admit: true },
    'question:add': {},
    'question:insert': { title: 'mine' },
    'question:write': aQuestion({ id: questionId }),
    'question:remove': { questionId },
    'question:open': { questionId },
    'question:close': { questionId },
    'question:reveal': { questionId },
    'hand:count': { questionId, hand: null },
    'meeting:next': {},
    'timer:extend': { questionId, seconds: 30 },
    'timer:remove': { questionId },
    'timer:ask': { questionId },
    'question:reopen': { questionId, seconds: null },
    'question:seal': { questionId },
  } satisfies { [D in DeedName]: MessageOf<D> }
}

/** The right that each event asks for, said a second time: the server is held to it. */
export const RIGHTS = {
  'meeting:enter': 'presence:prove',
  'presence:place': 'presence:prove',
  'presence:code': 'presence:prove',
  'presence:ask': 'presence:prove',
  'ballot:cast': 'ballot:cast',
  'screen:watch': 'meeting:watch',
  'desk:watch': 'meeting:run',
  'meeting:name': 'meeting:run',
  'presence:rule': 'meeting:run',
  'arrival:decide': 'meeting:run',
  'question:add': 'meeting:run',
  'question:insert': 'meeting:run',
  'question:write': 'meeting:run',
  'question:remove': 'meeting:run',
  'question:open': 'meeting:run',
  'question:close': 'meeting:run',
  'question:reveal': 'meeting:run',
  'meeting:next': 'meeting:run',
  'timer:extend': 'meeting:run',
  'timer:remove': 'meeting:run',
  'timer:ask': 'ballot:cast',
  'question:reopen': 'meeting:run',
  'question:seal': 'meeting:run',
} satisfies Record<DeedName, Action>

/** Events whose message above names what belongs to one voter: other voters have the right, not the thing. */
export const OF_ONE_VOTER: readonly DeedName[] = ['ballot:cast']
