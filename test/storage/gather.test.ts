import { expect, it } from 'vitest'
import { createGather } from '../../server/storage/gather.ts'

/** A queue with a clock that stands still until it is moved. */
function aQueue() {
  let now = 1000
  let armed: { at: number; work: () => void } | null = null
  const queue: string[] = []
  const commits: string[] = []
  const gather = createGather(
    {
      since: () => now,
      after(ms, work) {
        armed = { at: now + ms, work }
        return () => {
          armed = null
        }
      },
    },
    queue,
    async () => {
      commits.push(queue.splice(0).join(''))
      await Promise.resolve()
    },
    3,
  )
  return {
    commits,
    add(item: string, urgent = false) {
      queue.push(item)
      gather(urgent)
    },
    /** One turn of the event loop, after `ms` have passed. */
    async pass(ms = 0) {
      now += ms
      const due = armed
      if (due && due.at <= now) {
        armed = null
        due.work()
      }
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    },
  }
}

it('[BX9] commits at once after a quiet while, and gathers what trickles in', async () => {
  const { add, pass, commits } = aQueue()
  add('a')
  await pass()
  expect(commits).toEqual(['a'])
  add('b')
  await pass(10)
  add('c')
  await pass(5)
  expect(commits).toEqual(['a'])
  await pass(5)
  expect(commits).toEqual(['a', 'bc'])
  await pass(25)
  add('d')
  await pass()
  expect(commits).toEqual(['a', 'bc', 'd'])
})

it('[BX9] lets neither many casts nor a close wait', async () => {
  const { add, pass, commits } = aQueue()
  add('a')
  await pass()
  for (const item of 'bcdefghi') add(item)
  await pass()
  expect(commits).toEqual(['a', 'bcdefghi'])
  add('j')
  add('|', true)
  await pass()
  expect(commits).toEqual(['a', 'bcdefghi', 'j|'])
})

it('[BX9] leaves nothing behind that comes during a commit', async () => {
  const queue: number[] = []
  const committed: number[] = []
  const gather = createGather(
    { since: () => performance.now(), after: () => () => undefined },
    queue,
    async () => {
      const item = queue.shift()!
      committed.push(item)
      if (item < 3) {
        queue.push(item + 1)
        gather()
      }
    },
    1,
  )
  queue.push(1)
  gather()
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect(committed).toEqual([1, 2, 3])
})
