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
    'question:write': { id: questionId, ...aQuestion() },
    'question:remove': { questionId },
    'question:open': { questionId },
    'question:close': { questionId },
    'question:reveal': { questionId },
    'meeting:next': {},
    'screen:add': {},
    'screen:write': {
      id: 'main',
      name: 'mine',
      content: { type: 'join' },
      look: { theme: 'light', large: true },
    },
    'screen:remove': { screenId: 'main' },
    'timer:extend': { questionId, seconds: 30 },
    'timer:remove': { questionId },
    'timer:ask': { questionId },
    'question:reopen': { questionId, seconds: null },
    'question:seal': { questionId },
  } satisfies Record<DeedName, object>
}
