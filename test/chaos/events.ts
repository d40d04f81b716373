import type { DeedName } from '../../scripts/crowd/line.ts'
import { padded, makeBallot } from '../../shared/client/outbox.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import { OPTIONS, aQuestion } from './scene.ts'

/** Every event of the wire with one well-formed message; a new event does not compile without. */
export function everyEvent(code: string, questionId: QuestionId, seat: Seat) {
  const marks = [OPTIONS[0]!]
  return {
    'meeting:enter': { code, proof: null },
    'presence:place': { latitude: 37.5, longitude: 127, accuracy: 10, age: 0 },
    'presence:unplaced': { why: 'denied' },
    'presence:code': { code: 'ABCDEF' },
    'presence:ask': {},
    'ballot:cast': padded(makeBallot({ questionId, seat, basedOn: 0, marks }).message),
    'screen:watch': { code },
    'desk:watch': { code: null },
    'meeting:name': { title: 'mine' },
    'presence:rule': { need: 'any', proofs: ['hand'], fence: null },
    'presence:network': {},
    'doors:lock': { locked: true },
    'arrival:decide': { number: 1, admit: true },
    'question:add': {},
    'question:insert': { title: 'mine' },
    'question:write': { id: questionId, ...aQuestion() },
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
  } satisfies Record<DeedName, object>
}
