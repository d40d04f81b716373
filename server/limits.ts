import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Clock } from './ports.ts'

/** Budgets per token, never per address: a hall shares one address (D38, P14). */
export function createLimits({ since }: Pick<Clock, 'since'>) {
  /**
   * So many in each window of `seconds`. All keys share the window: a timer of its own for each
   * would wake the server once more for every message of a hall.
   */
  const budget = (points: number, seconds: number) => {
    let limiter = new RateLimiterMemory({ points, duration: 0 })
    let until = since() + seconds * 1000
    /** Takes one; false when nothing is left. */
    const take = async (key: string): Promise<boolean> => {
      if (since() >= until) {
        limiter = new RateLimiterMemory({ points, duration: 0 })
        until = since() + seconds * 1000
      }
      return limiter.consume(key).then(
        () => true,
        () => false,
      )
    }
    /** Gives one back: what was taken before it was known to cost nothing. */
    const giveBack = async (key: string): Promise<void> => {
      await limiter.reward(key)
    }
    return Object.assign(take, { giveBack })
  }
  return {
    /** Socket messages and casts by HTTP of one device. */
    messages: budget(40, 10),
    /** A facilitator writes while typing. */
    deeds: budget(200, 10),
    /** Refusals for too many messages, of one socket: a page that hears one waits. */
    refusals: budget(100, 10),
    /** Wrong rotating codes of one device, and of one meeting (D31): see live/codes.ts. */
    codesOfDevice: budget(5, 60),
    codesOfMeeting: budget(20, 1),
    /** Wrong door codes at one helper's device: a queue of people types there. */
    codesOfHelper: budget(60, 60),
    /** Wrong passwords of one device, and of one meeting (L08, D38). */
    passwordsOfDevice: budget(5, 60),
    passwordsOfMeeting: budget(20, 60),
    /** Passwords of one browser: each costs 0.1 s. Whoever is signed in needs none. */
    passwords: budget(5, 60),
    /** Wrong ones of all browsers that never signed in here, and the share of those that did. */
    passwordsOfStrangers: budget(60, 60),
    passwordsOfKnown: budget(60, 60),
    /** Questions from the floor of one seat. */
    floorOfSeat: budget(3, 60),
    /** Wrong join codes of one device. */
    meetingCodes: budget(20, 60),
  }
}

export type Limits = ReturnType<typeof createLimits>
