import { afterEach, beforeEach } from 'vitest'
import { Hall } from './hall.ts'

/** A hall for each test, with its desk open; what the big screen shows is in `code` and `proof`. */
export let hall: Hall
export let desk: Awaited<ReturnType<Hall['desk']>>
export let code: string
export let proof: string

export function useHall(environment: Record<string, string> = {}): void {
  beforeEach(async () => {
    hall = await Hall.start(environment)
    await openDesk()
    code = desk.snapshot.desk.code
    proof = desk.snapshot.presenceCode.code ?? ''
  })
  afterEach(() => hall.stop())
}

/** The desk's page once more: after a restart its old line is gone. */
export async function openDesk(): Promise<void> {
  desk = await hall.desk()
}
