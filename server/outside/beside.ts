import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OutOfRoom, UnreadableBox } from '../ports.ts'

/** Why it cannot do what it was told; a fault that the server knows by its class says so. */
export interface Failed {
  failed: { message: string; stack: string; code: unknown; isUnreadable: boolean }
}

/** A program in a process of its own, beside the one that answers phones. */
export interface Beside<Word> {
  /** What it says next, one word for each call. Rejects where it fails or ends. */
  next(): Promise<Word>
  say(message: object): void
  end(): void
}

/** Its garbage is collected by itself alone: helpers would take the core on which phones are answered. */
const FLAGS = ['--single-threaded-gc']
/** How Node ends where its heap is full, and Linux where memory is. */
const FULL = ['SIGABRT', 'SIGKILL']

/**
 * Starts the program `entry` with this task. What is done so is rare: a program that waits for the next
 * task would only take memory from the room.
 */
export function startBeside<Word extends object>(entry: URL, task: object): Beside<Word> {
  const program = fork(fileURLToPath(entry), [], { execArgv: FLAGS, serialization: 'advanced' })
  const words: Word[] = []
  let fault: Error | null = null
  let wake: () => void = () => undefined

  function over(why: Error): void {
    fault ??= why
    wake()
  }
  program.on('message', (word: Word | Failed) => {
    if ('failed' in word) over(faultOf(word))
    else words.push(word)
    wake()
  })
  program.on('error', over)
  program.on('exit', (code, how) => {
    const said = `${fileURLToPath(entry)} ended with ${how ?? code}`
    over(how !== null && FULL.includes(how) ? new OutOfRoom(said) : new Error(said))
  })
  // One that died before it was told says so by its exit.
  const say = (message: object) => program.send(message, () => undefined)
  say(task)

  return {
    async next() {
      while (words.length === 0) {
        if (fault) throw fault
        await new Promise<void>((resolve) => (wake = resolve))
      }
      return words.shift()!
    },
    say,
    end: () => program.kill('SIGKILL'),
  }
}

/** As it was there: by its code and message the server tells a fault that passes from one that stays. */
function faultOf({ failed: { message, stack, code, isUnreadable } }: Failed): Error {
  const fault = isUnreadable ? new UnreadableBox(message) : new Error(message)
  return Object.assign(fault, { stack, code })
}
