import type { Socket } from 'socket.io'
import { asCode } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Action } from '../../shared/rights.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import {
  accountSchema,
  inviteSchema,
  meetingSchema,
  nameSchema,
  newMeetingSchema,
  passwordSchema,
} from '../../shared/wire/team.ts'
import type { Caller } from './caller.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'

/** What facilitators do outside a meeting: their team, their own account, the list of meetings. */
export function createTeamEvents(gateway: Gateway) {
  const { accounts, agenda, limits, meetings, picture, preparing, rooms } = gateway
  /** Desks open for each account. */
  const here = new Map<number, number>()

  /** A desk is here until its socket goes, and hears what concerns its account and its browser. */
  function arrive(socket: Socket, { signedIn, device }: Caller): void {
    if (!signedIn) return
    const { account } = signedIn
    void socket.join([rooms.names.account(account), rooms.names.browser(device)])
    here.set(account, (here.get(account) ?? 0) + 1)
    socket.once('disconnect', () => {
      const left = (here.get(account) ?? 1) - 1
      if (left > 0) here.set(account, left)
      else here.delete(account)
    })
  }

  const asLink = (made: Result<{ token: string }>) =>
    made.ok ? ok({ link: picture.deskLink(made.value.token) }) : made

  function teamEvents(listen: Listen): void {
    const on = <M, T>(
      event: string,
      right: Action,
      schema: Deed<M, T>['schema'],
      work: (me: number, message: M, caller: Caller) => Promise<Result<T>>,
    ) => {
      listen(event, {
        right,
        schema,
        deed: async (caller, message) =>
          caller.signedIn
            ? work(caller.signedIn.account, message, caller)
            : refuse('identity/not-allowed'),
      })
    }

    on('team:list', 'team:see', nothingSchema, async (me) =>
      ok(await accounts.team(me, new Set(here.keys()))),
    )
    on('team:invite', 'team:change', inviteSchema, async (_, { name, role }) =>
      asLink(await accounts.invite(name, role)),
    )
    on('team:renew', 'team:change', accountSchema, async (_, { number }, caller) =>
      asLink(await accounts.inviteAgain(number, caller.device)),
    )
    on('team:remove', 'team:change', accountSchema, (_, { number }) => accounts.remove(number))
    on('account:name', 'team:see', nameSchema, (me, { name }) => accounts.rename(me, name))
    on('account:password', 'team:see', passwordSchema, async (me, typed, caller) =>
      (await limits.passwords(caller.device))
        ? accounts.setPassword(me, typed, caller.device)
        : refuse('code/too-many-tries'),
    )
    on('meetings:list', 'meeting:run', nothingSchema, async () => ok(picture.meetings()))
    on('meetings:add', 'meeting:add', newMeetingSchema, async (_, { title }) =>
      ok({ code: (await meetings.add(title)).meeting.code }),
    )
    on('meetings:copy', 'meeting:add', meetingSchema, async (_, { code }) => {
      const found = agenda.byCode(asCode(code))
      return found.ok ? ok({ code: (await preparing.copy(found.value)).meeting.code }) : found
    })
    on('meetings:remove', 'meeting:remove', meetingSchema, async (_, { code }) => {
      const found = agenda.byCode(asCode(code))
      return found.ok ? meetings.remove(found.value) : found
    })
  }

  return { teamEvents, arrive }
}
