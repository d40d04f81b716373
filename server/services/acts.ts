import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { Act } from '../../shared/wire/team.ts'
import type { Ports } from '../ports.ts'
import type { Agenda } from './agenda.ts'

/** The desk shows so many. */
const MOST_SHOWN = 20

/** Events whose deed is worth remembering, and what it was about: a question's title, or a number. */
const ABOUT: Record<string, (message: never, titleOf: (id: QuestionId) => string) => string> = {
  'question:open': ofQuestion,
  'question:close': ofQuestion,
  'question:reveal': ofQuestion,
  'question:again': ofQuestion,
  'stage:show': ofQuestion,
  'hand:count': ofQuestion,
  'question:remove': ofQuestion,
  'question:reopen': ofQuestion,
  'timer:extend': ofQuestion,
  'timer:remove': ofQuestion,
  'meeting:name': ({ title }: { title: string }) => title.trim(),
  'presence:rule': () => '',
  'helper:link': () => '',
  'doors:lock': ({ locked }: { locked: boolean }) => (locked ? '+' : '-'),
  'password:set': () => '',
  'door:make': ({ count }: { count: number }) => `${count}`,
  'agenda:add': ({ count }: { count: number }) => `${count}`,
  'roster:set': ({ count }: { count: number }) => `${count}`,
  'roster:remove': () => '',
  'roster:release': ({ number }: { number: number }) => `${number}`,
  'people:withdraw': ({ seat, withdrawn }: { seat: number; withdrawn: boolean }) =>
    `${withdrawn ? '-' : '+'}${seat}`,
  'arrival:decide': ({ number, admit }: { number: number; admit: boolean }) =>
    `${admit ? '+' : '-'}${number}`,
}

function ofQuestion(
  { questionId }: { questionId: QuestionId },
  titleOf: (id: QuestionId) => string,
) {
  return titleOf(questionId)
}

/** What each facilitator did, for those who run the meeting with them (L18). Never a voter's deed. */
export interface Acts {
  /**
   * Call it before a deed, what the deed is about may be gone after it; the answer notes the deed once
   * it is done. Null: nobody needs to know of this one.
   */
  begin(meetingId: MeetingId, account: number, deed: string, message: unknown): (() => void) | null
  latest(meetingId: MeetingId): Promise<Act[]>
}

export function createActs({
  agenda,
  clock,
  store,
  bus,
  log,
}: Pick<Ports, 'clock' | 'store' | 'bus' | 'log'> & { agenda: Agenda }): Acts {
  const titleOf = (id: QuestionId) => agenda.question(id)?.row.question.title ?? ''
  return {
    begin(meetingId, account, deed, message) {
      const about = ABOUT[deed]?.(message as never, titleOf)
      if (about === undefined) return null
      return () => {
        // PostgreSQL keeps no NUL in a text.
        const row = {
          meetingId,
          at: clock.now(),
          account,
          deed,
          about: about.replace(/\p{Cc}/gu, ' '),
        }
        // The deed is done: a note that cannot be kept does not undo it.
        store.addAct(row).then(
          () => bus.desk(meetingId),
          (fault: unknown) => log.error('acts/note', fault),
        )
      }
    },
    async latest(meetingId) {
      const rows = await store.acts(meetingId, MOST_SHOWN)
      const names = new Map((await store.accounts()).map(({ number, name }) => [number, name]))
      return rows.map(({ at, account, deed, about }) => ({
        ...{ at, deed, about },
        name: names.get(account) ?? '',
      }))
    },
  }
}
