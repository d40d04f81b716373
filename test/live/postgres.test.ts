import { describe, expect, it } from 'vitest'
import { LocalServer } from '../../scripts/crowd/server.ts'
import type { LiveTally } from '../../shared/meeting.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import type { Desk } from '../../shared/wire/events.ts'
import { marks } from '../support/builders.ts'
import { castOf, Hall, openQuestion } from '../support/hall.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'

describe.skipIf(withoutPostgres)('a room on PostgreSQL', { timeout: 60_000 }, () => {
  usePostgres()

  it('[PG8] is joined, voted in, restarted, closed, sealed and revealed', async () => {
    const hall = await Hall.start({ DATABASE_URL: await postgres.database() })
    try {
      let desk = await hall.desk()
      const { code } = desk.snapshot.desk
      const proof = desk.snapshot.presenceCode.code ?? ''
      const people = await Promise.all([1, 2, 3].map(() => hall.phone(code, proof)))
      const question = await openQuestion(desk)
      const [first, second, third] = people.map(({ snapshot }, place) =>
        castOf(snapshot, question, marks(place === 0 ? 'yes' : 'no')),
      )
      for (const [place, cast] of [first, second].entries())
        await people[place]!.line.must('ballot:cast', cast!.message)

      await hall.server.kill()
      await hall.server.restart()
      desk = await hall.desk()
      const back = await Promise.all(people.map(({ cookie }) => hall.phone(code, null, cookie)))
      expect(back.map(({ snapshot }) => snapshot.me.rev)).toEqual([1, 1, 0])
      const again = await back[0]!.line.must('ballot:cast', first!.message)
      expect(again).toEqual({ kept: true, rev: 1 })
      await back[2]!.line.must('ballot:cast', third!.message)
      const screen = await hall.line('screen', hall.deskCookie)
      await screen.must('screen:watch', { code })
      const changed = castOf(back[1]!.snapshot, question, marks('abstain'), 1)
      await back[1]!.line.must('ballot:cast', changed.message)
      await screen.heard<LiveTally>('tally:changed', ({ counts }) =>
        Boolean(counts?.every(({ count }) => count === 1)),
      )

      await desk.line.must('question:close', { questionId: question.id })
      await back[0]!.line.heard('question:sealed')
      await desk.line.must('question:reveal', { questionId: question.id })
      const shown = await desk.line.heard<Desk>(
        'desk:changed',
        ({ agenda }) => agenda[0]?.state === 'revealed',
      )
      expect(shown.agenda[0]).toMatchObject({ drifted: false, tally: { ballots: 3 } })
      const response = await fetch(`${hall.url}/api/questions/${question.id}/result`)
      const { ballots } = (await response.json()) as PublishedQuestion
      const known = [first, third, changed].map((cast) => cast?.leaf)
      expect(ballots?.map(({ leaf }) => leaf)).toEqual(known.sort())
    } finally {
      await hall.stop()
    }
  })

  it('[PG3] has its database to itself', async () => {
    const environment = { DATABASE_URL: await postgres.database() }
    const hall = await Hall.start(environment)
    try {
      const said = await LocalServer.start(environment).catch((fault: unknown) => String(fault))
      for (const part of ['다른 서버가 이 데이터베이스를', `pid ${hall.server.running.pid}`])
        expect(said).toContain(part)
      await hall.server.kill()
      await hall.server.restart()
      expect(await (await fetch(`${hall.url}/api/ready`)).json()).toEqual({ ready: true })
    } finally {
      await hall.stop()
    }
  })
})
