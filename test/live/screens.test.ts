import { describe, expect, it } from 'vitest'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import type { Screen } from '../../shared/wire/screens.ts'
import type { DeedName } from '../../scripts/crowd/line.ts'
import { may } from '../../shared/rights.ts'
import { everyEvent, rightFor } from '../chaos/events.ts'
import { Line, openQuestion } from '../support/hall.ts'
import { code, desk, hall, openDesk, useHall } from '../support/open-hall.ts'

useHall()

const picture = async () => (await desk.line.must('desk:watch', { code: null })).desk

async function added(): Promise<Screen & { link: string }> {
  const { screenId } = await desk.line.must('screen:add', {})
  const screen = (await picture()).screens.find(({ id }) => id === screenId)
  if (!screen) throw new Error('no screen')
  return screen
}

const plain = ({ id, name, content, look }: Screen) => ({ id, name, content, look })
const tokenOf = (link: string) => new URL(link).hash

/** The cookies of a browser that came by this link; `before`: what it held already. */
async function cookieOf(link: string, before?: string): Promise<string> {
  const held = before ?? (await newCookie(hall.url, '/present/screen'))
  const { cookies } = await send(`${hall.url}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: held },
    body: JSON.stringify({ token: tokenOf(link).slice(1) }),
  })
  const [device] = held.split('; ')
  return [device, ...cookies].join('; ')
}

async function watching(
  cookie: string,
  screen = 'main',
  code: string | null = null,
): Promise<Line> {
  const line = new Line(hall.url, 'screen', cookie, {}, { code, screen })
  return line.connected()
}

describe('the screens of a meeting', () => {
  it('[SC1] begin with one whose link stays, and each other has a link of its own', async () => {
    const [main, ...others] = desk.snapshot.desk.screens
    expect(others).toEqual([])
    expect(main).toMatchObject({ id: 'main', content: { type: 'meeting' } })
    expect(main?.link).toBe(desk.snapshot.desk.screenLink)
    const side = await added()
    expect(tokenOf(side.link)).not.toBe(tokenOf(main?.link ?? ''))
    expect(await desk.line.ask('screen:remove', { screenId: 'main' })).toMatchObject({
      refusal: { code: 'screen/unknown' },
    })
    await hall.server.kill()
    await hall.server.restart()
    await openDesk()
    expect(desk.snapshot.desk.screens.map(({ link }) => link)).toEqual([main?.link, side.link])
  })

  it('[SC1] are shut by removing them, where they are open too', async () => {
    const side = await added()
    const cookie = await cookieOf(side.link)
    const line = await watching(cookie, side.id)
    await line.must('screen:watch', { code: null })
    await desk.line.must('screen:remove', { screenId: side.id })
    await new Promise<void>((resolve) => {
      if (line.socket.connected) line.socket.once('disconnect', () => resolve())
      else resolve()
    })
    await expect(watching(cookie, side.id)).rejects.toThrow('identity/not-allowed')
    expect((await claim(hall.url, side.link)).status).toBe(403)
  })

  it('[SC1] may be several in one browser', async () => {
    const side = await added()
    const cookie = await cookieOf(side.link, await cookieOf(desk.snapshot.desk.screenLink))
    for (const id of ['main', side.id]) {
      const line = await watching(cookie, id)
      expect((await line.must('screen:watch', { code: null })).screen.id).toBe(id)
    }
    await expect(watching(cookie, 'another')).rejects.toThrow('identity/not-allowed')
  })

  it('[SC7] of two meetings in one browser stay apart, whichever link came last', async () => {
    const { code: other } = await desk.line.must('meetings:add', { title: 'Second' })
    const { desk: second } = await desk.line.must('desk:watch', { code: other })
    const links = { [code]: desk.snapshot.desk.screenLink, [other]: second.screenLink }
    let cookie: string | undefined
    for (const [named, link] of Object.entries(links)) {
      expect(new URL(link).pathname).toBe(`/present/screen/${named}`)
      cookie = await cookieOf(link, cookie)
    }
    for (const named of [code, other, code]) {
      const line = await watching(cookie ?? '', 'main', named)
      expect((await line.must('screen:watch', { code: null })).view.code).toBe(named)
    }
    const one = await cookieOf(second.screenLink)
    await expect(watching(one, 'main', code)).rejects.toThrow('identity/not-allowed')
    // A link from before its address named the meeting.
    const line = await watching(one)
    expect((await line.must('screen:watch', { code: null })).view.code).toBe(other)
  })

  it('[SC2] change while they are open, and only the one that is meant is told', async () => {
    const side = await added()
    const main = await watching(await cookieOf(desk.snapshot.desk.screenLink))
    const other = await watching(await cookieOf(side.link), side.id)
    for (const line of [main, other]) await line.must('screen:watch', { code: null })
    const change = {
      ...plain(side),
      content: { type: 'join' as const },
      look: { theme: 'light' as const, large: true },
    }
    await desk.line.must('screen:write', change)
    await other.heard('screen:changed')
    expect((await other.must('screen:watch', { code: null })).screen).toEqual(change)
    expect(main.frames.map(({ event }) => event)).not.toContain('screen:changed')
  })

  it('[SC3] can do nothing but watch, and only their own meeting', async () => {
    const question = await openQuestion(desk, { bars: 'reveal' })
    const side = await added()
    const line = await watching(await cookieOf(side.link), side.id)
    const watched = await line.must('screen:watch', { code, screen: 'main' })
    expect(watched).toMatchObject({ mayRun: false, screen: { id: side.id } })
    const events = everyEvent(code, question.id, 1 as never)
    // Its own are two: it watches, and reads the names that it shows.
    const others = (Object.entries(events) as [DeedName, unknown][]).filter(
      ([event]) => !may('screen', rightFor(event)),
    )
    expect(Object.keys(events).length - others.length).toBe(2)
    // A device says forty things in ten seconds: each half has its own.
    for (const half of [others.slice(0, 30), others.slice(30)]) {
      const own = await watching(await cookieOf(side.link), side.id)
      for (const [event, message] of half)
        expect(await own.raw(event, message), event).toMatchObject({
          refusal: { code: 'identity/not-allowed' },
        })
    }
  })

  it('[SC4] show results only from their reveal on, and of tests never', async () => {
    const question = await openQuestion(desk, { bars: 'reveal' })
    const { id: questionId } = question
    const side = await added()
    await desk.line.must('screen:write', { ...plain(side), content: { type: 'earlier' } })
    const line = await watching(await cookieOf(side.link), side.id)
    const results = async () => (await line.must('screen:watch', { code: null })).results
    expect(await results()).toEqual([])
    await desk.line.must('question:close', { questionId })
    await line.heard('question:sealed')
    expect(await results()).toEqual([])
    await desk.line.must('question:reveal', { questionId })
    expect(await results()).toMatchObject([{ state: 'revealed', question: { id: questionId } }])
    await desk.line.must('screen:write', {
      ...plain(side),
      content: { type: 'result', questionId: 'another' },
    })
    expect(await results()).toEqual([])
  })
})
