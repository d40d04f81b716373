import { readdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { UnreadableBox } from '../ports.ts'

/** Whom Linux ends first where memory runs out: us, and not the server. */
const END_ME_FIRST = '1000'

const server = process.ppid

/** Phones come first. On Linux every thread has a priority of its own. */
function giveWay(): void {
  const isLinux = process.platform === 'linux'
  const threads = isLinux ? readdirSync('/proc/self/task').map(Number) : [process.pid]
  for (const thread of threads)
    asCourtesy(() => {
      setPriority(thread, constants.priority.PRIORITY_LOW)
    })
  if (isLinux)
    asCourtesy(() => {
      writeFileSync('/proc/self/oom_score_adj', END_ME_FIRST)
    })
}

/** A thread may have ended meanwhile, and a container may forbid it: the work is done all the same. */
function asCourtesy(step: () => void): void {
  try {
    step()
  } catch {
    // Nobody misses it.
  }
}

/** Says something to the server; ends us where there is none any more, which begins anew by itself. */
export function say(word: object): void {
  if (process.ppid !== server) process.exit()
  process.send?.(word)
}

/** What the server says next. */
export const heard = () =>
  new Promise((resolve) => {
    process.once('message', resolve)
  })

/** Does what the server asks for, once, with all that it leaves us. */
export async function beside<Task>(work: (task: Task) => Promise<void>): Promise<void> {
  // A stop typed at the terminal is the server's to answer.
  process.on('SIGINT', () => undefined)
  process.once('disconnect', () => process.exit())
  const task = (await heard()) as Task
  giveWay()
  await work(task).catch((fault: unknown) => {
    const { message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault))
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    say({ failed: { message, stack, code, isUnreadable: fault instanceof UnreadableBox } })
  })
}
