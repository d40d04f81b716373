import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { aHouse, type House } from './house.ts'

/** The running test's own, over a data folder of its own. */
export let house: House
export let folder: string

/** Gives every test of a file a new house, and throws it away afterwards. */
export function aHouseEach(prepare: () => unknown = () => undefined): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
    house = await aHouse(folder)
    await prepare()
  })
  afterEach(async () => {
    await house.end()
    rmSync(folder, { recursive: true })
  })
}

/** The server again over the same data folder, so many milliseconds later. */
export async function restart(later = 0): Promise<void> {
  const now = house.clock.now() + later
  await house.end()
  house = await aHouse(folder, now)
}
