import type { Bus } from '../ports.ts'

/** Within one node: what services tell reaches the sockets once these listen. */
export function createBus(): Bus & { connect(listener: Bus): void } {
  let listener: Bus | null = null
  return {
    connect(next) {
      listener = next
    },
    event: (...told) => listener?.event(...told),
    numbers: (...told) => listener?.numbers(...told),
    floor: (...told) => listener?.floor(...told),
    screens: (...told) => listener?.screens(...told),
    screenGone: (...told) => listener?.screenGone(...told),
    desk: (...told) => listener?.desk(...told),
    admission: (...told) => listener?.admission(...told),
    seatLost: (...told) => listener?.seatLost(...told),
    identity: (...told) => listener?.identity(...told),
    helperChanged: (...told) => listener?.helperChanged(...told),
    signedOut: (...told) => listener?.signedOut(...told),
    signedOutElsewhere: (...told) => listener?.signedOutElsewhere(...told),
    removed: (...told) => listener?.removed(...told),
  }
}
