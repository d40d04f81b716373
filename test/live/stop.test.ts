import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import WebSocket from 'ws'
import { castOf, Hall, openQuestion } from '../support/hall.ts'
import { marks } from '../support/builders.ts'

/** A phone whose Wi-Fi is gone: connected, and nothing is read any more. */
async function aSleeper(url: string, cookie: string): Promise<WebSocket> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.pause()
  return socket
}

it('[DO6] a stop is clean and quick though a phone is half open', async () => {
  const hall = await Hall.start()
  try {
    const desk = await hall.desk()
    const { code } = desk.snapshot.desk
    const phone = await hall.phone(code, desk.snapshot.presenceCode.code)
    const question = await openQuestion(desk)
    const sleeper = await aSleeper(hall.url, phone.cookie)
    const { message } = castOf(phone.snapshot, question, marks('yes'))
    expect(await phone.line.ask('ballot:cast', message)).toMatchObject({ ok: true })

    const start = performance.now()
    expect(await hall.server.terminate()).toBe(0)
    expect(performance.now() - start).toBeLessThan(5000)
    await phone.line.heard('server:stopping')
    const left = readdirSync(hall.server.dataDir)
    expect(left).not.toContain('running.json')
    expect(left.filter((name) => name.endsWith('-wal'))).toEqual([])
    sleeper.terminate()
  } finally {
    await hall.stop()
  }
})
