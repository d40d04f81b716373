import { describe, expect, it } from 'vitest'
import { send } from '../../scripts/crowd/http.ts'
import type { Health } from '../../shared/wire/health.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

const EVENT = 'health:changed'

describe('the room’s health', () => {
  useHall()

  it('[HS4] holds ballots of both doors, and phones that left', async () => {
    const first = await hall.phone(code, proof)
    const second = await hall.phone(code, proof)
    const question = await openQuestion(desk)
    await first.line.must('ballot:cast', castOf(first.snapshot, question, marks('yes')).message)
    await desk.line.heard<Health>(EVENT, ({ acked }) => acked === 1)
    const { status } = await send(`${hall.url}/api/ballots`, {
      method: 'POST',
      headers: { authorization: `Bearer ${second.snapshot.me.pass}` },
      body: JSON.stringify(castOf(second.snapshot, question, marks('no')).message),
    })
    expect(status).toBe(200)
    const health = await desk.line.heard<Health>(EVENT, ({ acked }) => acked === 2)
    expect(health).toMatchObject({ connected: 2, reconnecting: 0, troubles: [] })
    expect(health.ackedWithin).toBeGreaterThan(0)

    second.line.close()
    await desk.line.heard<Health>(EVENT, (told) => told.connected === 1 && told.reconnecting === 1)
    desk.line.frames.splice(0)
    await hall.phone(code, null, second.cookie)
    await desk.line.heard<Health>(
      EVENT,
      (told) => told.connected === 2 && told.reconnecting === 0 && told.acked === 2,
    )
  })

  it('[HS5] is told to desks alone, at once and then once a second at most', async () => {
    const told = () => desk.line.frames.filter(({ event }) => event === EVENT).length
    expect(told()).toBe(1)
    const phone = await hall.phone(code, proof)
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code: null })
    const begun = Date.now()
    while (Date.now() - begun < 2500) await hall.phone(code, proof)
    const seconds = Math.ceil((Date.now() - begun) / 1000)
    await desk.line.heard<Health>(EVENT, ({ connected }) => connected > 1)
    expect(told()).toBeGreaterThan(1)
    expect(told()).toBeLessThanOrEqual(2 + seconds)
    for (const line of [phone.line, screen])
      expect(line.frames.filter(({ event }) => event === EVENT)).toEqual([])
  })
})
