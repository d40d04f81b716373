import { Server } from 'socket.io'
import { expect, it } from 'vitest'
import { sendInOneBuffer } from '../../server/live/one-buffer.ts'
import { createPace } from '../../server/live/pace.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { FakeClock } from '../support/fake-clock.ts'

const HALL = 'hall' as MeetingId

function aPace() {
  const clock = new FakeClock(0)
  const told: string[] = []
  const pace = createPace(clock, (_, withBars) => {
    told.push(`${clock.now()}${withBars ? ' bars' : ''}`)
  })
  return { clock, told, pace }
}

it('[BE2] tells a number at once after a quiet while, and its bars with it', async () => {
  const { clock, told, pace } = aPace()
  pace.changed(HALL)
  await clock.pass(1000)
  pace.changed(HALL)
  await clock.pass(1000)
  expect(told).toEqual(['5 bars', '1005 bars'])
})

it('[BE2] tells a crowd ten numbers a second, at most four of them with bars', async () => {
  const { clock, told, pace } = aPace()
  for (let time = 0; time < 15; time += 1) {
    pace.changed(HALL)
    await clock.pass(50)
  }
  await clock.pass(1000)
  const times = ['5 bars', '105', '205', '305 bars', '405', '505', '605 bars', '705']
  expect(told).toEqual([...times, '905 bars'])
})

it('[BE3] a frame for a whole hall is one buffer, byte for byte the same', () => {
  interface Encoding {
    _encode(packet: unknown, options: object): unknown
  }
  const frames = (change: (io: Server) => void) => {
    const io = new Server()
    change(io)
    const options: { wsPreEncodedFrame?: Buffer[] } = {}
    const packet = { type: 2, nsp: '/', data: ['question:opened', { title: '점심'.repeat(100) }] }
    ;(io.of('/').adapter as unknown as Encoding)._encode(packet, options)
    return options.wsPreEncodedFrame ?? []
  }
  const plain = frames(() => undefined)
  const own = frames(sendInOneBuffer)
  expect(plain).toHaveLength(2)
  expect(own).toEqual([Buffer.concat(plain)])
})
