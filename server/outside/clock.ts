import type { Clock } from '../ports.ts'

export const clock: Clock = {
  now: () => Date.now(),
  since: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}
