import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { Act } from '../../shared/wire/team.ts'
import type { Ports } from '../ports.ts'
import type { ActRow } from '../rows.ts'
import type { Accounts } from './accounts.ts'
import type { Agenda, Hall } from './agenda.ts'
import { remembered, type Remembered } from './remembered.ts'

/** The desk shows so many. */
const MOST_SHOWN = 20

/** Events whose deed is worth remembering, and what it was about: a question's title, or a number. */
const ABOUT: Record<
  string,
  (message: never, titleOf: (id: QuestionId) => string) => string | undefined
> = {
  'question:open': ofQuestion,
  'question:close': ofQuestion,
  'question:reveal': ofQuestion,
  'count:stop': ofQuestion,
  'question:again': ofQuestion,
  'stage:show': ofQuestion,
  'hand:count': ofQuestion,
  // One by one they would push everything else off the desk.
  'texts:show': ({ text, ...message }: OfQuestion & { text: string | null }, titleOf) =>
    text === null ? ofQuestion(message, titleOf) : undefined,
  'texts:undo': ofQuestion,
  'ballots:audit': ofQuestion,
  'question:remove': ofQuestion,
  'question:reopen': ofQuestion,
  'timer:extend': ofQuestion,
  'timer:remove': ofQuestion,
  'meeting:name': ({ title }: { title: string }) => title.trim(),
  'presence:rule': () => '',
  'helper:link': () => '',
  'floor:rule': ({ on }: { on: boolean }) => (on ? '+' : '-'),
  'doors:lock': ({ locked }: { locked: boolean }) => (locked ? '+' : '-'),
  'password:set': () => '',
  'door:make': ({ count }: { count: number }) => `${count}`,
  'agenda:add': ({ questions }: { questions: unknown[] }) => `${questions.length}`,
  'roster:set': ({ lines }: { lines: unknown[] }) => `${lines.length}`,
  'roster:remove': () => '',
  'roster:release': ({ number }: { number: number }) => `${number}`,
  'people:withdraw': ({ seat, withdrawn }: { seat: number; withdrawn: boolean }) =>
    `${withdrawn ? '-' : '+'}${seat}`,
  'arrival:decide': ({ number, admit }: { number: number; admit: boolean }) =>
    `${admit ? '+' : '-'}${number}`,
}

interface OfQuestion {
  questionId: QuestionId
}

function ofQuestion({ questionId }: OfQuestion, titleOf: (id: QuestionId) => string) {
  return titleOf(questionId)
}

/** What each facilitator did, for those who run the meeting with them (L18). Never a voter's deed. */
export interface Acts {
  /**
   * Call it before a deed, what the deed is about may be gone after it; the answer notes the deed once
   * it is done, and says whether that was kept; it never rejects. Null: nobody needs to know of this one.
   */
  begin(
    meetingId: MeetingId,
    account: number,
    deed: string,
    message: unknown,
  ): (() => Promise<boolean>) | null
  /** Asks the store only after a deed: every push to a desk holds them. */
  latest(meetingId: MeetingId): Promise<Act[]>
}

export function createActs({
  agenda,
  accounts,
  clock,
  store,
  bus,
  log,
}: Pick<Ports, 'clock' | 'store' | 'bus' | 'log'> & {
  agenda: Agenda
  accounts: Pick<Accounts, 'names'>
}): Acts {
  const titleOf = (id: QuestionId) => agenda.question(id)?.row.question.title ?? ''
  /** Goes with the meeting. */
  const shown = new WeakMap<Hall, Remembered<ActRow[]>>()

  function shownIn(meetingId: MeetingId): Remembered<ActRow[]> {
    const hall = agenda.hall(meetingId)
    const known = shown.get(hall) ?? remembered(() => store.acts(meetingId, MOST_SHOWN))
    shown.set(hall, known)
    return known
  }

  return {
    begin(meetingId, account, deed, message) {
      const about = ABOUT[deed]?.(message as never, titleOf)
      if (about === undefined) return null
      const acts = shownIn(meetingId)
      return async () => {
        // PostgreSQL keeps no NUL in a text.
        const row = {
          meetingId,
          at: clock.now(),
          account,
          deed,
          about: about.replace(/\p{Cc}/gu, ' '),
        }
        try {
          await acts.changedBy(() => store.addAct(row))
        } catch (fault) {
          log.error('acts/note', fault)
          return false
        }
        bus.desk(meetingId)
        return true
      }
    },
    async latest(meetingId) {
      const [rows, names] = await Promise.all([shownIn(meetingId).get(), accounts.names()])
      return rows.map(({ at, account, deed, about }) => ({
        ...{ at, deed, about },
        name: names.get(account) ?? '',
      }))
    },
  }
}
