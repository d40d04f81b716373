import { expect, it } from 'vitest'
import WebSocket from 'ws'
import type { LiveTally } from '../../shared/meeting.ts'
import { PROTOCOL } from '../../shared/wire/version.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import { openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

/** A phone that is gone a moment after it asked to enter. */
async function aGhost(stays: number): Promise<void> {
  const cookie = await newCookie(hall.url, `/j/${code}`)
  const address = `${hall.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const frame = data.toString()
      if (frame.startsWith('0'))
        socket.send(`40${JSON.stringify({ protocol: PROTOCOL, page: 'phone' })}`)
      if (!frame.startsWith('40')) return
      socket.send(`420${JSON.stringify(['meeting:enter', { code, proof }])}`)
      setTimeout(() => {
        socket.terminate()
        resolve()
      }, stays)
    })
  })
}

it('[JO1] phones that leave while they join are not counted as connected', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, place) => aGhost(place % 3)))
  const screen = await hall.line('screen', hall.deskCookie)
  await screen.must('screen:watch', { code })
  const phone = await hall.phone(code, proof)
  const { people } = await screen.heard<LiveTally>(
    'tally:changed',
    (told) => told.people.connected === 1,
  )
  expect(people.connected).toBe(1)
  phone.line.close()
  await screen.heard<LiveTally>('tally:changed', (told) => told.people.connected === 0)
})

it('[JO1] two entries at once give one place, and every event once', async () => {
  const line = await hall.line('phone', await newCookie(hall.url, `/j/${code}`))
  const asked = Array.from({ length: 5 }, () => line.must('meeting:enter', { code, proof }))
  const seats = (await Promise.all(asked)).map(({ me }) => me.seats)
  expect(new Set(seats.flat()).size).toBe(1)
  await openQuestion(desk)
  await line.heard('question:opened')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(line.frames.map(({ event }) => event)).toEqual(['question:opened'])
})

it('[JO2] the number of a phone that let itself in is nobody’s again', async () => {
  const first = await hall.phone(code)
  const second = await hall.phone(code)
  expect((await first.line.must('presence:ask', {})).me.admission).toMatchObject({ number: 1 })
  await first.line.must('presence:code', { code: proof ?? '' })
  expect((await second.line.must('presence:ask', {})).me.admission).toMatchObject({ number: 2 })
  // The desk still shows number 1 for a moment: the press must not meet the second phone.
  expect(await desk.line.ask('arrival:decide', { number: 1, admit: true })).toMatchObject({
    refusal: { code: 'arrival/unknown' },
  })
})

it('[JO2] a phone that asks while it is admitted is not listed again', async () => {
  const phone = await hall.phone(code)
  await phone.line.must('presence:ask', {})
  await Promise.all([
    ...Array.from({ length: 10 }, () => phone.line.ask('presence:ask', {})),
    desk.line.must('arrival:decide', { number: 1, admit: true }),
    ...Array.from({ length: 10 }, () => phone.line.ask('presence:ask', {})),
  ])
  expect((await desk.line.must('desk:watch', { code: null })).desk.arrivals).toEqual([])
})

it('[JO3] a phone that was turned away knows it after a reload and rests', async () => {
  const phone = await hall.phone(code)
  await phone.line.must('presence:ask', {})
  await desk.line.must('arrival:decide', { number: 1, admit: false })
  const again = await hall.phone(code, null, phone.cookie)
  expect(again.snapshot.me.admission).toMatchObject({ number: null, declined: true })
  expect(await again.line.ask('presence:ask', {})).toMatchObject({
    refusal: { code: 'arrival/turned-away' },
  })
  const inside = await again.line.must('presence:code', { code: proof ?? '' })
  expect(inside.me.admission).toEqual({ state: 'admitted' })
})
