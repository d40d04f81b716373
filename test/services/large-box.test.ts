import { expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach()

/** More than are sealed, and counted, at once. */
const VOTERS = 2100
const AWHILE = { timeout: 20_000 }

async function closing(reopen = false): Promise<QuestionId> {
  house.hall.seats = VOTERS
  const id = await house.draft({ names: 'secret', bars: 'reveal', reopen })
  expect(await house.meetings.open(house.id, id)).toMatchObject({ ok: true })
  const casts = Array.from({ length: VOTERS }, (_, place) => house.cast(id, { seat: place + 1 }))
  expect((await Promise.all(casts)).every(({ ok }) => ok)).toBe(true)
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  return id
}
async function revealed(id: QuestionId): Promise<void> {
  await expect.poll(() => house.rowOf(id).state, AWHILE).toBe('sealed')
  expect(house.rowOf(id)).toMatchObject({ seal: { size: VOTERS }, drifted: false })
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
  await expect.poll(() => house.rowOf(id).state, AWHILE).toBe('revealed')
  expect(house.rowOf(id).resultHead).toMatchObject({ turnout: VOTERS, seal: { size: VOTERS } })
}

it('[SL5] is sealed and revealed through the whole house', { timeout: 60_000 }, async () => {
  await revealed(await closing())
})

it(
  '[SL5] is finished by the next start, wherever it was cut off',
  { timeout: 60_000 },
  async () => {
    const id = await closing()
    const isSealing = () => house.box.changes(id).then((held) => held === null)
    await expect.poll(isSealing, { ...AWHILE, interval: 5 }).toBe(true)
    await restart()
    await house.clock.pass(0)
    await revealed(id)
  },
)

it(
  '[SL5] is finished at once where it could have been opened again',
  { timeout: 60_000 },
  async () => {
    const id = await closing(true)
    expect(house.agenda.view(house.hall).stage?.reopenUntil).toBeGreaterThan(house.clock.now())
    const cut = house.timing.seal(house.id, id).catch((fault: unknown) => fault)
    const isSealing = () => house.box.changes(id).then((held) => held === null)
    await expect.poll(isSealing, { ...AWHILE, interval: 5 }).toBe(true)
    await restart()
    await cut
    expect(house.agenda.view(house.hall).stage).toMatchObject({
      state: 'closed',
      reopenUntil: null,
    })
    expect(await house.timing.reopen(house.id, id, null)).toMatchObject({ ok: false })
    await house.clock.pass(0)
    await revealed(id)
    expect(await house.keys.keyOf(id).catch(() => null)).toBeNull()
  },
)
