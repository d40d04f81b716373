import { Line } from '../../scripts/crowd/line.ts'
import type { LiveTally } from '../../shared/meeting.ts'
import type { Scene } from './scene.ts'

/** The one number that everybody may see; what tells a vote must be something else. */
const TURNOUT = 'people.voted'

/** A phone, a screen and a desk that write down whatever changes in what they are told. */
export async function makeSpy({ server, desk, join }: Scene) {
  const { code, cookie } = desk
  const phone = await join()
  const screen = new Line({ url: server.url, page: 'screen', cookie })
  const console = new Line({ url: server.url, page: 'desk', cookie })
  const held = new Map<string, unknown>()
  let voted = 0
  let changes: string[][] = []

  function note(page: string, event: string, message: unknown): void {
    const turnout = event === 'tally:changed' ? (message as LiveTally).people.voted : voted
    // Whoever of those votes came with this number, came with what is seen from now on.
    for (; voted < turnout; voted += 1) changes.push([])
    const group = changes.at(-1)
    for (const [path, value] of leavesOf(message)) {
      const key = `${page} ${event} ${path}`
      const before = held.get(key)
      held.set(key, value)
      if (path !== TURNOUT && value !== before) group?.push(`${key} ${difference(before, value)}`)
    }
  }

  const listen = (line: Line, page: string) => {
    const others = line.onPush
    line.onPush = (event, message) => {
      note(page, event, message)
      others?.(event, message)
    }
  }
  listen(phone.line, 'phone')
  listen(screen, 'screen')
  listen(console, 'desk')
  await Promise.all([screen.connect(), console.connect()])
  await screen.ask('screen:watch', { code })
  await console.ask('desk:watch', { code })

  return {
    /** After a question was opened, before its first vote. */
    begin(): void {
      voted = 0
      changes = []
    },
    /** For each vote in turn what else changed with it. */
    seen: (): string[] => changes.map((group) => group.sort().join('\n')),
    end(): void {
      screen.close()
      console.close()
    },
  }
}

export type Spy = Awaited<ReturnType<typeof makeSpy>>

function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path, value]]
  const inner = path === '' ? '' : `${path}.`
  return Object.entries(value).flatMap(([key, held]) => leavesOf(held, `${inner}${key}`))
}

function difference(before: unknown, now: unknown): string {
  if (typeof before === 'number' && typeof now === 'number') return `+${now - before}`
  return `${String(before)} > ${String(now)}`
}
