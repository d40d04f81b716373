import type { Socket } from 'socket.io'
import { expect, it } from 'vitest'
import type { Caller } from '../../server/live/caller.ts'
import type { Gateway } from '../../server/live/gateway.ts'
import type { Listen } from '../../server/live/listen.ts'
import { phoneEvents } from '../../server/live/phone-events.ts'
import { ok } from '../../shared/result.ts'
import { aHouseEach, house } from '../support/house-each.ts'

aHouseEach()

it('[WD5] whoever is sent out in the moment of coming in gets no place', async () => {
  const { joining, doors, agenda, id, hall } = house
  await house.meetings.setPresence(id, { need: 'any', proofs: [], fence: null, networks: [] })
  const visitor = joining.visitor('device', hall.meeting.code)
  if (!visitor.ok) throw new Error('no meeting')
  type AnyDeed = (caller: Caller, message: unknown, socket: Socket) => Promise<unknown>
  const deeds = new Map<string, AnyDeed>()
  const listen: Listen = (event, { deed }) => deeds.set(event, deed as AnyDeed)
  const places: string[] = []
  const gateway = {
    agenda,
    joining: {
      ...joining,
      async askHost() {
        await doors.withdraw(id, 1 as never, true)
        return ok({ seat: 1, scanned: null })
      },
    },
    rooms: { wait: async () => places.push('waits'), seat: async () => places.push('sits') },
  } as unknown as Gateway
  const caller = { visitor: visitor.value } as Caller
  phoneEvents(gateway, listen)

  await joining.enter(visitor.value, { scanned: null, address: '' })
  const told = await deeds.get('presence:ask')?.(caller, {}, {} as Socket)
  expect(told).toMatchObject({ value: { me: { admission: { withdrawn: true }, seats: [] } } })
  expect([places, caller.pass]).toEqual([['waits'], null])
  // Nor does a pass from before let it ask for anything.
  caller.pass = joining.passFor(visitor.value, 1 as never)
  const asked = await deeds.get('timer:ask')?.(caller, {}, {} as Socket)
  expect(asked).toMatchObject({ refusal: { code: 'meeting/not-admitted' } })
})
