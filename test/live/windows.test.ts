import { expect, it } from 'vitest'
import SQLite from 'better-sqlite3'
import { join } from 'node:path'
import { newCookie } from '../../scripts/crowd/http.ts'
import { isTransient, REFUSALS } from '../../shared/refusals.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall({ LOG: 'silent' })

it('[DO9] a fourth window takes the first one’s place and says so', async () => {
  const first = await hall.phone(code, proof)
  const more = []
  for (let window = 2; window <= 4; window += 1)
    more.push(await hall.phone(code, null, first.cookie))
  await first.line.heard('window:replaced')
  await expect.poll(() => first.line.socket.connected).toBe(false)
  expect(more.map(({ line }) => line.socket.connected)).toEqual([true, true, true])

  first.line.socket.connect()
  await first.line.connected()
  await first.line.must('meeting:enter', { code, proof: null })
  await more[0]!.line.heard('window:replaced')
})

it('[DO9] a facilitator’s phone windows leave desk and screen alone', async () => {
  const screen = await hall.line('screen', hall.deskCookie)
  for (let window = 1; window <= 4; window += 1) await hall.phone(code, proof, hall.deskCookie)
  await screen.must('screen:watch', { code: null })
  await desk.line.must('desk:watch', { code: null })
})

it('[DO8] a locked database is busy at the socket and over HTTP', async () => {
  const phone = await hall.phone(code, proof)
  const question = await openQuestion(desk)
  const cookie = await newCookie(hall.url, `/j/${code}`)
  const late = await hall.line('phone', cookie)
  const lock = new SQLite(join(hall.server.dataDir, 'mvoting.sqlite'))
  lock.exec('begin immediate')
  const busy = { refusal: { code: 'server/busy' } }
  expect(await late.ask('meeting:enter', { code, proof })).toMatchObject(busy)
  const { message } = castOf(phone.snapshot, question, marks('yes'))
  const answer = await fetch(`${hall.url}/api/ballots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${phone.snapshot.me.pass}` },
    body: JSON.stringify(message),
  })
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'server/busy' }])
  lock.exec('commit')
  lock.close()
  expect(await late.ask('meeting:enter', { code, proof })).toMatchObject({ ok: true })
})

it('[DO8] what is not final is tried again', () => {
  const again = ['server/busy', 'server/stopping', 'server/fault', 'message/too-often']
  for (const code of [...again, '<html>', 'xhr poll error', ''])
    expect(isTransient({ code }), code).toBe(true)
  for (const code of REFUSALS.filter((code) => !again.includes(code)))
    expect(isTransient({ code }), code).toBe(false)
})

it('[DO11] a socket that floods is cut off, and the hall goes on', async () => {
  const other = await hall.phone(code, proof)
  const flood = await hall.phone(code)
  const socket = flood.line.socket as unknown as {
    emit: (event: string, ...args: unknown[]) => void
  }
  const start = performance.now()
  for (let sent = 0; sent < 2000 && flood.line.socket.connected; sent += 1) {
    socket.emit('question:open', {})
    if (sent % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await expect.poll(() => flood.line.socket.connected).toBe(false)
  expect(performance.now() - start).toBeLessThan(2000)
  expect(await other.line.ask('meeting:enter', { code, proof: null })).toMatchObject({ ok: true })
})
