import { expect, it } from 'vitest'
import { createLimits } from '../../server/limits.ts'

it('[DO5] gives each device its own budget, and a new one in the next window', async () => {
  let now = 0
  const limits = createLimits({ since: () => now })
  const taken = async (device: string, tries: number) => {
    let allowed = 0
    for (let i = 0; i < tries; i += 1) if (await limits.messages(device)) allowed += 1
    return allowed
  }
  expect(await taken('a', 50)).toBe(40)
  expect(await taken('b', 10)).toBe(10)
  now = 9_999
  expect(await taken('a', 5)).toBe(0)
  now = 10_000
  expect(await taken('a', 50)).toBe(40)
})
