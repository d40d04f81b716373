import { describe, expect, it } from 'vitest'
import { claim } from '../../scripts/crowd/desk.ts'
import { send } from '../../scripts/crowd/http.ts'
import type { DeskSnapshot } from '../../shared/wire/events.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion, type Line } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

/** A colleague at a desk of their own. */
async function colleague(name: string): Promise<{ line: Line; cookie: string }> {
  const { link } = await desk.line.must('team:invite', { name, role: 'facilitator' })
  const { cookies } = await claim(hall.url, link)
  const cookie = cookies[0] ?? ''
  const line = await hall.line('desk', cookie)
  await line.must('desk:watch', { code })
  return { line, cookie }
}

const post = (path: string, cookie: string, body: unknown) =>
  send(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url, cookie },
    body: JSON.stringify(body),
  })

describe('those who run meetings', () => {
  it('[AC4] only an owner invites, removes and deletes', async () => {
    const { line } = await colleague('Kim')
    for (const [event, message] of [
      ['team:invite', { name: 'Lee', role: 'owner' }],
      ['team:renew', { number: 1 }],
      ['team:remove', { number: 1 }],
      ['meetings:remove', { code }],
    ] as const)
      expect(await line.raw(event, message)).toMatchObject({
        refusal: { code: 'identity/not-allowed' },
      })
    expect(await line.must('team:list', {})).toContainEqual(
      expect.objectContaining({ name: 'Kim', role: 'facilitator', me: true, here: true }),
    )
  })

  it('[AC6] see what each other did, and no deed of a voter', async () => {
    const { line } = await colleague('Park')
    await line.must('meeting:name', { title: '마을 총회' })
    const question = await openQuestion(desk)
    const phone = await hall.phone(code, proof)
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await line.must('question:close', { questionId: question.id })
    await desk.line.heard('question:sealed')
    const has = (acts: DeskSnapshot['desk']['acts'], deed: string) =>
      acts.find((act) => act.deed === deed)
    await desk.line.heard<DeskSnapshot['desk']>(
      'desk:changed',
      ({ acts }) => has(acts, 'question:close') !== undefined,
    )
    const { acts } = (await desk.line.must('desk:watch', { code })).desk
    expect(has(acts, 'question:close')).toMatchObject({ name: 'Park', about: 'Tea?' })
    expect(has(acts, 'meeting:name')).toMatchObject({ name: 'Park', about: '마을 총회' })
    expect(has(acts, 'question:open')).toMatchObject({ name: '', about: 'Tea?' })
    expect(acts.every(({ deed }) => !deed.startsWith('ballot'))).toBe(true)
  })

  it('[AC5] who signs out or is removed loses the desk at once', async () => {
    const kim = await colleague('Choi')
    const gone = new Promise((resolve) => kim.line.socket.once('disconnect', resolve))
    const members = await desk.line.must('team:list', {})
    const { number } = members.find(({ name }) => name === 'Choi')!
    await desk.line.must('team:remove', { number })
    expect(await gone).toBe('io server disconnect')
    await expect(hall.line('desk', kim.cookie)).rejects.toThrow('identity/not-allowed')

    const lee = await colleague('Jung')
    const out = new Promise((resolve) => lee.line.socket.once('disconnect', resolve))
    expect((await post('/api/sign-out', lee.cookie, {})).status).toBe(200)
    expect(await out).toBe('io server disconnect')
  })

  it('[MD2] a new password or link closes the desks that are open elsewhere', async () => {
    const gone = ({ socket }: Line) => new Promise((resolve) => socket.once('disconnect', resolve))
    const { line, cookie } = await colleague('Ahn')
    await line.must('account:password', { login: 'ahn', password: 'correct horse' })
    const signed = await post('/api/sign-in', cookie, { login: 'ahn', password: 'correct horse' })
    const other = await hall.line('desk', signed.cookies[0] ?? '')
    const left = gone(other)
    await line.must('account:password', { login: 'ahn', password: 'battery staple' })
    expect(await left).toBe('io server disconnect')
    expect(await line.must('team:list', {})).toHaveLength(2)

    const { number } = (await line.must('team:list', {})).find(({ me }) => me)!
    const out = gone(line)
    await desk.line.must('team:renew', { number })
    expect(await out).toBe('io server disconnect')
    await expect(hall.line('desk', cookie)).rejects.toThrow('identity/not-allowed')
    expect(await desk.line.must('team:list', {})).toHaveLength(2)
  })

  it('[AC2] five wrong passwords a minute are looked at, of one browser', async () => {
    const { line, cookie } = await colleague('Han')
    await line.must('account:password', { login: 'han', password: 'correct horse' })
    const tries = []
    for (let turn = 0; turn < 6; turn += 1)
      tries.push(await post('/api/sign-in', cookie, { login: 'han', password: `wrong ${turn}` }))
    // One of the five was spent on setting it.
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 429, 429])
    const { cookie: other } = await colleague('Seo')
    const signed = await post('/api/sign-in', other, { login: 'han', password: 'correct horse' })
    expect(signed.status).toBe(200)
    const again = await hall.line('desk', signed.cookies[0] ?? '')
    expect(await again.must('team:list', {})).toContainEqual(
      expect.objectContaining({ name: 'Han', me: true }),
    )
  })
})

describe('several meetings', () => {
  it('[MT1] have codes, agendas and rooms of their own, and no frame crosses', async () => {
    const { code: other } = await desk.line.must('meetings:add', { title: 'Second' })
    expect(other).not.toBe(code)
    const second = await hall.line('desk', hall.deskCookie)
    const snapshot = await second.must('desk:watch', { code: other })
    await second.must('presence:rule', { need: 'any', proofs: [], fence: null })
    const phone = await hall.phone(other)
    const neighbour = await hall.phone(code, proof)
    const question = await openQuestion({ line: second, snapshot }, { title: 'Only here?' })
    await phone.line.heard('question:opened')
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await second.must('question:close', { questionId: question.id })
    await second.heard('question:sealed')
    const crossed = [...neighbour.line.frames, ...desk.line.frames].filter(({ message }) =>
      JSON.stringify(message ?? null).includes(question.id),
    )
    expect(crossed).toEqual([])
  })

  it('[MT2] a meeting is deleted with all it kept, but not while it takes ballots', async () => {
    const { code: other } = await desk.line.must('meetings:add', { title: 'Third' })
    const third = await hall.line('desk', hall.deskCookie)
    const snapshot = await third.must('desk:watch', { code: other })
    await third.must('presence:rule', { need: 'any', proofs: [], fence: null })
    const phone = await hall.phone(other)
    const question = await openQuestion({ line: third, snapshot })
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('no')).message)
    expect(await desk.line.ask('meetings:remove', { code: other })).toMatchObject({
      refusal: { code: 'meeting/running' },
    })
    await third.must('question:close', { questionId: question.id })
    await third.heard('question:sealed')
    const left = new Promise((resolve) => phone.line.socket.once('disconnect', resolve))
    await desk.line.must('meetings:remove', { code: other })
    await left
    const back = await hall.line('phone', phone.cookie)
    expect(await back.ask('meeting:enter', { code: other, proof: null })).toMatchObject({
      refusal: { code: 'meeting/unknown' },
    })
    expect((await send(`${hall.url}/api/questions/${question.id}/result`)).status).toBe(404)
  })
})
