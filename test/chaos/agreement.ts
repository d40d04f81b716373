import type { Desk } from '../../scripts/crowd/desk.ts'
import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import { canonical } from '../../shared/leaf.ts'

/** What the server itself shows now. */
async function truth(desk: Desk): Promise<string | null> {
  const watched = await desk.line.ask('desk:watch', { code: null })
  return watched.ok ? canonical(watched.value.view) : null
}

/**
 * Waits until every connected phone shows what the server shows, and hands back those that still do
 * not after `within` milliseconds.
 */
export async function strayed(
  desk: Desk,
  phones: readonly Phone[],
  within: number,
): Promise<Phone[]> {
  let left = [...phones]
  for (const stop = performance.now() + within; left.length > 0; await pause(50)) {
    const shown = await truth(desk)
    left = left.filter(({ line, view }) => !line.isReady || canonical(view) !== shown)
    if (performance.now() > stop) break
  }
  return left
}
