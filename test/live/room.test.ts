import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonical, leaf } from '../../shared/leaf.ts'
import { fingerprint, rootOf } from '../../shared/proof.ts'
import type { LiveTally } from '../../shared/meeting.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Nonce, OptionId } from '../../shared/ids.ts'
import {
  MAX_OPTIONS,
  MAX_OPTION_TEXT,
  MAX_SECONDS,
  MAX_TITLE,
  type Question,
} from '../../shared/vote.ts'
import type { PublicKeys, PublishedQuestion } from '../../shared/wire/api.ts'
import type { SignedReceipt } from '../../shared/wire/cast.ts'
import type { Desk } from '../../shared/wire/events.ts'
import { marks } from '../support/builders.ts'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import { castOf, Line, openQuestion } from '../support/hall.ts'
import { code, desk, hall, openDesk, proof, useHall } from '../support/open-hall.ts'

useHall()

async function result(questionId: string): Promise<{ status: number; body: PublishedQuestion }> {
  const response = await fetch(`${hall.url}/api/questions/${questionId}/result`)
  return { status: response.status, body: (await response.json()) as PublishedQuestion }
}

async function closed(line: Line, questionId: string): Promise<void> {
  await desk.line.must('question:close', { questionId })
  await line.heard<{ questionId: string }>(
    'question:sealed',
    (told) => told.questionId === questionId,
  )
}

async function castByHttp(message: unknown, pass: string | null): Promise<Response> {
  return fetch(`${hall.url}/api/ballots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${pass ?? ''}` },
    body: JSON.stringify(message),
  })
}

describe('a meeting', () => {
  it('[ME1] [ME8] [ME9] is joined, voted in and watched', async () => {
    const phone = await hall.phone(code, proof)
    expect(phone.snapshot.me.admission).toEqual({ state: 'admitted' })
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code })
    const question = await openQuestion(desk)
    await phone.line.heard('question:opened')
    const late = await hall.phone(code, proof)
    expect(late.snapshot.view.stage?.question.title).toBe('Tea?')

    const { leaf, message } = castOf(phone.snapshot, question, marks('yes'))
    expect(await phone.line.must('ballot:cast', message)).toEqual({ kept: true, rev: 1 })
    expect(await phone.line.must('ballot:cast', message)).toEqual({ kept: true, rev: 1 })
    const changed = castOf(phone.snapshot, question, marks('no'), 1)
    expect(await phone.line.must('ballot:cast', changed.message)).toMatchObject({ rev: 2 })
    await late.line.must('ballot:cast', castOf(late.snapshot, question, marks('no')).message)

    const told = await screen.heard<LiveTally>(
      'tally:changed',
      ({ people, counts }) => people.voted === 2 && counts !== null,
    )
    expect(told.people).toEqual({ connected: 2, checkedIn: 2, voted: 2 })
    expect(told.counts).toEqual([
      { id: 'yes', count: 0 },
      { id: 'no', count: 2 },
      { id: 'abstain', count: 0 },
    ])
    const signed = await phone.line.heard<SignedReceipt>('ballot:signed', ({ rev }) => rev === 1)
    const { keys } = (await (await fetch(`${hall.url}/.well-known/mvoting`)).json()) as PublicKeys
    const key = createPublicKey({
      key: Buffer.from(keys[0]?.publicKey ?? '', 'base64'),
      type: 'spki',
      format: 'der',
    })
    const receipt = Buffer.from(canonical({ questionId: question.id, leaf, rev: 1 }))
    expect(verify(null, receipt, key, Buffer.from(signed.signature, 'hex'))).toBe(true)

    await closed(phone.line, question.id)
    await desk.line.must('question:reveal', { questionId: question.id })
    await phone.line.heard('question:revealed')
    await desk.line.must('meeting:next', {})
    const own = phone.line.frames.filter(({ event }) => event !== 'ballot:signed')
    expect(own.map(({ event }) => event)).toEqual([
      'question:opened',
      'question:closing',
      'question:sealed',
      'question:revealed',
    ])
    const shown = await desk.line.heard<Desk>(
      'desk:changed',
      ({ agenda }) => agenda[0]?.state === 'revealed',
    )
    expect(shown.agenda[0]).toMatchObject({ drifted: false, tally: { ballots: 2 } })
  })

  it('[ME2] [DO4] tells no count before the reveal', async () => {
    const phone = await hall.phone(code, proof)
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code })
    const question = await openQuestion(desk, { bars: 'reveal' })
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await screen.heard<LiveTally>('tally:changed', ({ people }) => people.voted === 1)
    await closed(phone.line, question.id)
    const lines = [phone.line, screen, desk.line]
    const snapshots = [
      await screen.must('screen:watch', { code }),
      await desk.line.must('desk:watch', { code }),
      await phone.line.must('meeting:enter', { code, proof: null }),
    ]
    const told = JSON.stringify([lines.map(({ frames }) => frames), snapshots])
    expect(told).not.toMatch(/"count":|"leading"|"ballots":\d|"verdict"|"entitled"|"root"|"leaf"/)
    const early = await result(question.id)
    expect([early.status, early.body]).toMatchObject([409, { code: 'question/wrong-state' }])
  })

  it('[ME3] shows a stranger no question until the host lets it in', async () => {
    const phone = await hall.phone(code)
    const question = await openQuestion(desk)
    expect(phone.snapshot.me).toMatchObject({
      admission: { state: 'waiting', left: ['code', 'hand'] },
      pass: null,
    })
    const again = await phone.line.must('meeting:enter', { code, proof: 'AAAAAA' })
    expect(again.view.stage).toBeNull()
    const seat = { ...again, me: { ...again.me, seats: [1 as never] } }
    const { message } = castOf(seat, question, marks('yes'))
    expect(await phone.line.ask('ballot:cast', message)).toMatchObject({
      refusal: { code: 'meeting/not-admitted' },
    })

    const asked = await phone.line.must('presence:ask', {})
    expect(asked.me.admission).toMatchObject({ number: 1 })
    await desk.line.heard<Desk>('desk:changed', ({ arrivals }) => arrivals[0]?.number === 1)
    await desk.line.must('arrival:decide', { number: 1, admit: true })
    await phone.line.heard('admission:changed')
    const inside = await phone.line.must('meeting:enter', { code, proof: null })
    expect(inside.view.stage?.question.id).toBe(question.id)
    expect(
      await phone.line.ask('ballot:cast', castOf(inside, question, marks('yes')).message),
    ).toMatchObject({ ok: true })
    expect(await desk.line.ask('arrival:decide', { number: 1, admit: true })).toMatchObject({
      refusal: { code: 'arrival/unknown' },
    })
  })

  it('[ME4] can be recounted from what is published', async () => {
    const question = await openQuestion(desk, { bars: 'reveal' })
    const choices = ['yes', 'no', 'yes']
    const held = []
    for (const choice of choices) {
      const phone = await hall.phone(code, proof)
      const cast = castOf(phone.snapshot, question, marks(choice))
      await phone.line.must('ballot:cast', cast.message)
      held.push(cast.leaf)
    }
    await closed(desk.line, question.id)
    await desk.line.must('question:reveal', { questionId: question.id })
    const { body } = await result(question.id)
    const { keys } = (await (await fetch(`${hall.url}/.well-known/mvoting`)).json()) as PublicKeys
    const key = createPublicKey({
      key: Buffer.from(keys[0]?.publicKey ?? '', 'base64'),
      type: 'spki',
      format: 'der',
    })
    const signed = (head: unknown, signature: string) =>
      verify(null, Buffer.from(canonical(head)), key, Buffer.from(signature, 'hex'))
    expect(signed(body.seal, body.sealSignature)).toBe(true)
    expect(signed(body.result, body.resultSignature)).toBe(true)
    expect(signed({ ...body.result, turnout: 4 }, body.resultSignature)).toBe(false)
    const leaves = (body.ballots ?? []).map((ballot) =>
      leaf(question.id, ballot.marks, ballot.nonce as Nonce),
    )
    expect(leaves).toEqual((body.ballots ?? []).map((ballot) => ballot.leaf))
    expect([...leaves].sort()).toEqual([...held].sort())
    expect(rootOf(leaves)).toBe(body.seal.root)
    expect(body.result).toMatchObject({
      seal: body.seal,
      turnout: 3,
      spoiled: 0,
      keyId: keys[0]?.keyId,
    })
    expect(tally(body.question, body.ballots ?? [])).toEqual(body.result.tally)
    const stage = (await desk.line.must('desk:watch', { code })).view.stage
    expect(stage?.seal).toEqual({ size: 3, fingerprint: fingerprint(body.seal) })
  })

  // The close waits for phones that come back after the restart (RU2).
  it('[ME5] survives a kill in the middle of a question', { timeout: 40_000 }, async () => {
    const phone = await hall.phone(code, proof)
    const question = await openQuestion(desk, { seconds: 60 })
    const before = await phone.line.must('meeting:enter', { code, proof: null })
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await hall.server.kill()
    await hall.server.restart()
    const back = await hall.phone(code, null, phone.cookie)
    expect(back.snapshot.me).toMatchObject({ rev: 1, seats: before.me.seats })
    expect(back.snapshot.view.stage).toEqual(before.view.stage)
    await openDesk()
    expect(desk.snapshot.live).toMatchObject({
      people: { voted: 1 },
      counts: [{ count: 1 }, {}, {}],
    })
    await back.line.must('ballot:cast', castOf(back.snapshot, question, marks('no'), 1).message)
    await closed(back.line, question.id)
    await desk.line.must('question:reveal', { questionId: question.id })
    expect((await result(question.id)).body.result.tally).toMatchObject({
      ballots: 1,
      leading: ['no'],
    })
  })

  it('[ME6] keeps a ballot that comes by HTTP, once', async () => {
    const phone = await hall.phone(code, proof)
    const question = await openQuestion(desk)
    const { message } = castOf(phone.snapshot, question, marks('yes'))
    const answers = await Promise.all([
      castByHttp(message, phone.snapshot.me.pass),
      phone.line.ask('ballot:cast', message),
      castByHttp(message, phone.snapshot.me.pass),
    ])
    expect([answers[0].status, answers[1], answers[2].status]).toEqual([
      200,
      { ok: true, value: { kept: true, rev: 1 } },
      200,
    ])
    const other = castOf(phone.snapshot, question, marks('no')).message
    const refused = await castByHttp(other, phone.snapshot.me.pass)
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'ballot/changed-elsewhere', detail: { rev: 1 } },
    ])
    for (const pass of [null, 'x.y', `${phone.snapshot.me.pass ?? ''}x`])
      expect((await castByHttp(message, pass)).status).toBe(403)
    expect((await castByHttp({ ...message, seat: 99 }, phone.snapshot.me.pass)).status).toBe(403)
    expect((await castByHttp({ ...message, more: 1 }, phone.snapshot.me.pass)).status).toBe(400)
    expect((await castByHttp('x'.repeat(20_000), phone.snapshot.me.pass)).status).toBe(413)
  })

  it('[ME7] tells a late ballot that it is late', async () => {
    const phone = await hall.phone(code, proof)
    const other = await hall.phone(code, proof)
    const question = await openQuestion(desk)
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await closed(phone.line, question.id)
    const late = { code: 'question/not-open' }
    expect(
      await other.line.ask('ballot:cast', castOf(other.snapshot, question, marks('yes')).message),
    ).toMatchObject({ refusal: { ...late, detail: { countedRev: 0 } } })
    expect(
      await phone.line.ask('ballot:cast', castOf(phone.snapshot, question, marks('no'), 1).message),
    ).toMatchObject({ refusal: { ...late, detail: { countedRev: 1 } } })
    await desk.line.must('question:reveal', { questionId: question.id })
    const shown = await desk.line.must('desk:watch', { code })
    expect(shown.desk.agenda[0]).toMatchObject({ late: 2, tally: { ballots: 1 } })
  })
})

describe('the doors', () => {
  it('[DO1] refuse a foreign origin, no cookie, a forged cookie and another role', async () => {
    const cookie = await newCookie(hall.url, '/j')
    const refused = async (page: 'phone' | 'screen' | 'desk', held: string, headers = {}) => {
      const line = new Line(hall.url, page, held, headers)
      return line
        .connected()
        .then(
          () => 'connected',
          (fault: Error) => fault.message,
        )
        .finally(() => {
          line.close()
        })
    }
    expect(await refused('phone', cookie, { origin: 'https://evil.example' })).not.toBe('connected')
    expect(await refused('phone', cookie, { origin: 'null' })).not.toBe('connected')
    expect(await refused('phone', cookie, { origin: hall.url })).toBe('connected')
    expect(await refused('phone', '')).toBe('identity/missing')
    expect(await refused('phone', `${cookie}x`)).toBe('identity/missing')
    expect(await refused('desk', cookie)).toBe('identity/not-allowed')
    expect(await refused('screen', cookie)).toBe('identity/not-allowed')

    const phone = await hall.phone(code, proof)
    const [entry] = desk.snapshot.desk.agenda
    for (const event of [
      'question:open',
      'question:close',
      'question:reveal',
      'question:remove',
      'desk:watch',
      'meeting:next',
      'question:add',
    ])
      expect(await phone.line.raw(event, { questionId: entry?.question.id })).toMatchObject({
        refusal: { code: 'identity/not-allowed' },
      })

    const { cookies } = await claim(hall.url, desk.snapshot.desk.screenLink)
    const screen = await hall.line('screen', [cookie, ...cookies].join('; '))
    expect(await screen.must('screen:watch', { code: null })).toMatchObject({ mayRun: false })
    expect(await screen.raw('question:open', { questionId: entry?.question.id })).toMatchObject({
      refusal: { code: 'identity/not-allowed' },
    })
  })

  it('[DO2] answer malformed messages and live on', async () => {
    const phone = await hall.phone(code, proof)
    const question = await openQuestion(desk)
    const { message } = castOf(phone.snapshot, question, marks('yes'))
    const junk: unknown[] = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { ...message, seat: -1 },
      { ...message, seat: 1.5 },
      { ...message, basedOn: 1e999 },
      { ...message, extra: 1 },
      { ...message, answers: [] },
      { ...message, ballotId: '<script>' },
      { ...message, pad: 'x' },
    ]
    for (const each of junk)
      expect(await phone.line.raw('ballot:cast', each)).toMatchObject({
        refusal: { code: 'message/malformed' },
      })
    const socket = phone.line.socket as unknown as { emit: (...args: unknown[]) => void }
    for (const args of [[], [null], [() => 1], [{}, {}, {}]]) socket.emit('ballot:cast', ...args)
    let refusals = 0
    for (let sent = 0; sent < 60; sent += 1) {
      const answer = await phone.line.raw('presence:ask', {})
      if (JSON.stringify(answer).includes('message/too-often')) refusals += 1
    }
    expect(refusals).toBeGreaterThan(0)
    expect(hall.server.isAlive).toBe(true)
    expect((await fetch(`${hall.url}/api/health`)).status).toBe(200)
  })

  it('[DO12] take the largest question, in letters of many bytes', async () => {
    const { current, agenda } = desk.snapshot.desk
    const { question } = agenda.find((entry) => entry.question.id === current) ?? {}
    if (!question) throw new Error('no draft')
    const largest = (letter: string): Question => ({
      ...question,
      title: letter.repeat(MAX_TITLE),
      method: { type: 'approval', min: MAX_OPTIONS, max: MAX_OPTIONS },
      options: Array.from({ length: MAX_OPTIONS }, (_, place) => ({
        id: `${place}`.padStart(32, 'x') as OptionId,
        text: `${place}`.padEnd(MAX_OPTION_TEXT, letter),
      })),
      names: 'secret',
      bars: 'reveal',
      seconds: MAX_SECONDS,
    })
    for (const letter of ['가', '\u0001'])
      expect(await desk.line.raw('question:write', largest(letter))).toMatchObject({ ok: true })
    expect(await desk.line.ask('desk:watch', { code: null })).toMatchObject({ ok: true })
  })

  it('[DO13] let only our own pages ask for a position', async () => {
    for (const path of ['/', '/present', '/api/health'])
      expect((await fetch(hall.url + path)).headers.get('permissions-policy')).toBe(
        'geolocation=(self), camera=(self)',
      )
  })

  it('[DO3] take the desk’s link once', async () => {
    const link = hall.server.deskLink
    const again = await claim(hall.url, link)
    expect([again.status, JSON.parse(again.text)]).toMatchObject([403, { code: 'link/spent' }])
    expect((await claim(hall.url, '#short')).status).toBe(400)
    expect((await claim(hall.url, link, 'https://evil.example')).status).toBe(403)
  })

  it('[DO4] answer for health, and for pages that are not there', async () => {
    const get = async (path: string) => {
      const response = await fetch(hall.url + path)
      return [response.status, await response.json()] as const
    }
    expect(await get('/api/health')).toEqual([200, { alive: true }])
    expect(await get('/api/ready')).toEqual([200, { ready: true }])
    expect(await get('/nowhere')).toMatchObject([404, { code: 'page/unknown' }])
    expect(await get('/api/questions/none/result')).toMatchObject([
      404,
      { code: 'question/unknown' },
    ])
  })
})
