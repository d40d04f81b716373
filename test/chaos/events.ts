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
    'presence:unplaced': { why: 'denied' },
    'presence:code': { code: 'ABCDEF' },
    'presence:ask': {},
    'presence:door': { code: 'ABCDEFGH' },
    'presence:password': { password: 'ABCDEF' },
    'ballot:cast': padded(makeBallot({ questionId, seat, basedOn: 0, marks }).message),
    'screen:watch': { code },
    'desk:watch': { code: null },
    'meeting:name': { title: 'mine' },
    'presence:rule': { need: 'any', proofs: ['hand'], fence: null },
    'presence:network': {},
    'doors:lock': { locked: true },
    'arrival:decide': { number: 1, admit: true },
    'helper:watch': {},
    'helper:time': { questionId },
    'helper:take': { typed: 'ABCDEFGH' },
    'helper:link': {},
    'door:make': { count: 1 },
    'password:set': { password: 'ABCDEF' },
    'people:list': {},
    'roster:key': { key: 'ABCDEF' },
    'roster:list': {},
    'roster:remove': {},
    'roster:release': { number: 1 },
    'people:withdraw': { seat: 1, withdrawn: true },
    'question:add': {},
    'question:insert': { title: 'mine' },
    'question:write': aQuestion({ id: questionId }),
    'question:remove': { questionId },
    'question:move': { questionId, before: null },
    'question:open': { questionId },
    'question:close': { questionId },
    'question:reveal': { questionId },
    'count:stop': { questionId },
    'stage:show': { questionId },
    'question:again': { questionId },
    'question:test': {},
    'names:list': { questionId },
    'floor:ask': { secret: '0'.repeat(32), text: 'mine' },
    'floor:list': { own: ['0'.repeat(32)] },
    'floor:vote': { id: 'mine', voted: true },
    'floor:rule': { on: true, check: false, minutes: false },
    'floor:queue': {},
    'floor:mark': { id: 'mine', state: 'shown' },
    'floor:stage': { staged: true, pinned: null },
    'texts:list': { questionId },
    'texts:show': { questionId, text: null, shown: true },
    'texts:undo': { questionId },
    'hand:count': { questionId, hand: null },
    'meeting:next': {},
    'screen:add': {},
    'screen:write': {
      id: 'main',
      name: 'mine',
      content: { type: 'join' },
      look: { theme: 'light', large: true },
    },
    'screen:remove': { screenId: 'main' },
    'team:list': {},
    'team:invite': { name: 'mine', role: 'owner' },
    'team:renew': { number: 1 },
    'team:remove': { number: 1 },
    'account:name': { name: 'mine' },
    'account:password': { login: 'mine', password: 'a long enough one' },
    'meetings:list': {},
    'meetings:add': { title: 'mine' },
    'meetings:copy': { code },
    'meetings:remove': { code },
    'timer:extend': { questionId, seconds: 30 },
    'timer:remove': { questionId },
    'timer:ask': { questionId },
    'question:reopen': { questionId, seconds: null },
    'question:seal': { questionId },
  } satisfies { [D in DeedName]: MessageOf<D> }
}

/** The rights that are not those of whoever runs a meeting, said a second time: the server is held to them. */
const RIGHTS: Partial<Record<DeedName, Action>> = {
  'meeting:enter': 'presence:prove',
  'presence:place': 'presence:prove',
  'presence:code': 'presence:prove',
  'presence:ask': 'presence:prove',
  'presence:unplaced': 'presence:prove',
  'presence:door': 'presence:prove',
  'presence:password': 'presence:prove',
  'roster:key': 'presence:prove',
  'timer:ask': 'ballot:cast',
  'ballot:cast': 'ballot:cast',
  'names:list': 'names:read',
  'floor:ask': 'floor:ask',
  'floor:list': 'floor:ask',
  'floor:vote': 'floor:ask',
  'helper:watch': 'turn:take',
  'helper:time': 'turn:take',
  'helper:take': 'turn:take',
  'screen:watch': 'meeting:watch',
  'team:list': 'team:see',
  'team:invite': 'team:change',
  'team:renew': 'team:change',
  'team:remove': 'team:change',
  'account:name': 'team:see',
  'account:password': 'team:see',
  'meetings:list': 'team:see',
  'meetings:add': 'meeting:add',
  'meetings:copy': 'meeting:add',
  'meetings:remove': 'meeting:remove',
}

export function rightFor(event: DeedName): Action {
  return RIGHTS[event] ?? 'meeting:run'
}

/** Events whose message above names what belongs to one voter: other voters have the right, not the thing. */
export const OF_ONE_VOTER: readonly DeedName[] = ['ballot:cast']
