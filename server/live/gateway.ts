import type { Server } from 'socket.io'
import type { MeetingId } from '../../shared/ids.ts'
import type { Limits } from '../limits.ts'
import type { Clock, Log } from '../ports.ts'
import type { Accounts } from '../services/accounts.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { Casting } from '../services/casting.ts'
import type { Doors } from '../services/doors.ts'
import type { Floor } from '../services/floor.ts'
import type { Helping } from '../services/helping.ts'
import type { Joining } from '../services/joining.ts'
import type { Meetings } from '../services/meetings.ts'
import type { Naming } from '../services/naming.ts'
import type { Preparing } from '../services/preparing.ts'
import type { Repeating } from '../services/repeating.ts'
import type { Revealing } from '../services/revealing.ts'
import type { Rosters } from '../services/rosters.ts'
import type { Screens } from '../services/screens.ts'
import type { Texts } from '../services/texts.ts'
import type { Timing } from '../services/timing.ts'
import type { Caller } from './caller.ts'
import type { RoomHealth } from './health.ts'
import { helperEvents } from './helper-events.ts'
import { createListening } from './listen.ts'
import { phoneEvents } from './phone-events.ts'
import type { Picture } from './picture.ts'
import type { SignReceipt } from './receipts.ts'
import type { Rooms } from './rooms.ts'
import { createTeamEvents } from './team-events.ts'
import { watchEvents } from './watch-events.ts'
import { createWindows } from './windows.ts'

export interface Gateway {
  agenda: Agenda
  accounts: Accounts
  acts: Acts
  clock: Clock
  meetings: Meetings
  preparing: Preparing
  repeating: Repeating
  revealing: Revealing
  screens: Screens
  floor: Floor
  texts: Texts
  timing: Timing
  joining: Joining
  doors: Doors
  rosters: Rosters
  helping: Helping
  casting: Casting
  naming: Naming
  limits: Limits
  log: Log
  rooms: Rooms
  health: RoomHealth
  picture: Picture
  signReceipt: SignReceipt
  /** A meeting's numbers changed. */
  numbers: (id: MeetingId) => void
  /** The network that an address is likely one of, as CIDR. */
  networkOf: (address: string) => string | null
  isStopping: () => boolean
}

/** Message to service to answer: the gateway itself decides nothing. */
export function createGateway(io: Server, gateway: Gateway): void {
  const { tableOf, hear } = createListening(gateway)
  const { teamEvents, arrive } = createTeamEvents(gateway)
  const phone = tableOf((listen) => phoneEvents(gateway, listen))
  const helper = tableOf((listen) => helperEvents(gateway, listen))
  const watcher = tableOf(teamEvents, (listen) => watchEvents(gateway, listen))
  const takePlace = createWindows()

  io.on('connection', (socket) => {
    const caller = socket.data as Caller
    if (caller.role === 'voter') {
      // A facilitator's phone window never takes the desk's or the screen's place.
      takePlace(socket, caller.device)
      hear(socket, caller, phone)
    } else if (caller.role === 'helper') hear(socket, caller, helper)
    else {
      arrive(socket, caller)
      hear(socket, caller, watcher)
    }
  })
}
