import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Budgets per token, never per address: a hall shares one address (D38, P14). */
export function createLimits() {
  const budget = (points: number, duration: number) => {
    const limiter = new RateLimiterMemory({ points, duration })
    /** Takes one; false when nothing is left. */
    return async (key: string): Promise<boolean> =>
      limiter.consume(key).then(
        () => true,
        () => false,
      )
  }
  return {
    /** Socket messages and casts by HTTP of one device. */
    messages: budget(40, 10),
    /** A facilitator writes while typing. */
    deeds: budget(200, 10),
    /** Wrong rotating codes of one device, and of one meeting (D31). */
    codesOfDevice: budget(5, 60),
    codesOfMeeting: budget(20, 1),
    /** Wrong join codes of one device. */
    meetingCodes: budget(20, 60),
  }
}

export type Limits = ReturnType<typeof createLimits>
