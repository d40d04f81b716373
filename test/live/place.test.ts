import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PresenceRule } from '../../shared/presence.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import { Line, openQuestion } from '../support/hall.ts'
import { code, desk, hall, openDesk, proof, useHall } from '../support/open-hall.ts'

useHall({ LOG: 'info', TRUST_PROXY: 'loopback' })

/** The corners of a square around the city hall. */
const SQUARE = {
  type: 'area' as const,
  corners: [
    { latitude: 37.5653, longitude: 126.9769 },
    { latitude: 37.5653, longitude: 126.9791 },
    { latitude: 37.5673, longitude: 126.9791 },
    { latitude: 37.5673, longitude: 126.9769 },
  ],
  grace: 30,
}
const rule = (change: Partial<PresenceRule>) => ({
  need: 'any' as const,
  fence: null,
  ...change,
  proofs: [...(change.proofs ?? [])],
  networks: [...(change.networks ?? [])],
})

/** A phone whose line comes from this address, as the proxy in front says. */
async function phoneFrom(address: string): Promise<{ line: Line; snapshot: PhoneSnapshot }> {
  const cookie = await newCookie(hall.url, `/j/${code}`)
  const line = await new Line(hall.url, 'phone', cookie, {
    'x-forwarded-for': address,
  }).connected()
  return { line, snapshot: await line.must('meeting:enter', { code, proof: null }) }
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? everyFile(path) : [path]
  })
}

describe('who is here', () => {
  it('[PL5] of what phones tell of their place nothing lies in any file or log', async () => {
    await desk.line.must('presence:rule', rule({ proofs: ['fence', 'hand'], fence: SQUARE }))
    // Digits that stand in no fence, and too many of them to stand anywhere by chance.
    const told = [
      { latitude: 37.56614327, longitude: 126.97812819, accuracy: 8.41421356, age: 0 },
      { latitude: 37.57723817, longitude: 126.98834191, accuracy: 21.73205081, age: 0 },
      { latitude: 37.56664932, longitude: 126.97829317, accuracy: 947.23606798, age: 0 },
      { latitude: 397.5117739, longitude: 126.97451293, accuracy: 10, age: 0 },
    ]
    for (const position of told) {
      const { line } = await hall.phone(code)
      await line.ask('presence:place', position)
    }
    await openQuestion(desk, { fresh: true })
    const { line } = await hall.phone(code)
    for (const position of told) await line.ask('presence:place', position)
    await line.raw('presence:place', { ...told[0], latitude: '37.56614327' })
    await desk.line.must('desk:watch', { code: null })
    const { desk: seen } = await desk.line.must('desk:watch', { code: null })

    const digits =
      /(5661432|9781281|5772381|9883419|5666493|9782931|5117739|9745129|4142135|7320508|2360679)/
    const kept = everyFile(hall.server.dataDir).map((file) => readFileSync(file, 'latin1'))
    expect(kept.length).toBeGreaterThan(3)
    for (const text of [...kept, hall.server.output, JSON.stringify(seen)])
      expect(text.match(digits)?.[0]).toBeUndefined()
  })

  it('[PL3] a lock is told to everybody, and outlives a restart', async () => {
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code: null })
    const phone = await hall.phone(code, proof)
    const waits = await hall.phone(code)
    await desk.line.must('doors:lock', { locked: true })
    for (const line of [screen, phone.line])
      expect(await line.heard('doors:locked')).toMatchObject({ locked: true })
    await waits.line.heard('admission:changed')
    const turned = await waits.line.must('meeting:enter', { code, proof })
    expect(turned.me.admission).toMatchObject({ state: 'waiting', locked: true, number: 1 })
    await hall.server.kill()
    await hall.server.restart()
    await openDesk()
    expect(desk.snapshot.view.locked).toBe(true)
    expect((await hall.phone(code, proof, waits.cookie)).snapshot.me.admission).toMatchObject({
      locked: true,
    })
  })

  it('[NW4] a line’s address counts as the trusted proxy names it', async () => {
    const networks = ['203.0.113.0/24']
    await desk.line.must('presence:rule', rule({ proofs: ['code', 'network'], networks }))
    expect((await phoneFrom('203.0.113.9')).snapshot.me.admission.state).toBe('admitted')
    const mobile = await phoneFrom('198.51.100.9')
    expect(mobile.snapshot.me.admission).toMatchObject({
      state: 'waiting',
      left: ['code', 'network'],
    })
    // The desk is on the server's own machine: it is offered the network where phones reach it.
    const { network } = await desk.line.must('presence:network', {})
    expect(network ?? '').toMatch(/^(|\d+\.\d+\.\d+\.\d+\/(24|32))$/)
  })
})
