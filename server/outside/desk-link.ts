import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The one-time link to the desk: a file of mode 0600, so that whoever can read the server's folder,
 * and nobody else, makes a facilitator.
 */
export function createDeskLink(folder: string) {
  const path = join(folder, 'desk-link')
  return {
    /** A token that opens the desk once; one that is waiting already stays. */
    issue(): string {
      if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
      return readFileSync(path, 'utf8').trim()
    },
    /** True once for the waiting token; then it is spent. */
    spend(token: string): boolean {
      if (!existsSync(path)) return false
      const waiting = Buffer.from(readFileSync(path, 'utf8').trim())
      const given = Buffer.from(token)
      if (waiting.length !== given.length || !timingSafeEqual(waiting, given)) return false
      rmSync(path)
      return true
    },
  }
}

export type DeskLink = ReturnType<typeof createDeskLink>
