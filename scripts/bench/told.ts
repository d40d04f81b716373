import { claim } from '../crowd/desk.ts'
import { newCookie } from '../crowd/http.ts'
import { enter, inCrowds, type OurHall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import { ackP99, streamOf } from './steady.ts'
import { rounds } from './stage.ts'
import type { Wire } from './wire.ts'

/**
 * As many big screens as phones. The product tells phones no tally, so this is how a crowd that is
 * told one is made without a switch in the server: by the screen's own link.
 */
async function manyScreens(hall: OurHall): Promise<Wire[]> {
  const { desk, server } = hall
  const { cookies } = await claim(server.url, desk.picture.screenLink, server.url)
  const screens = await inCrowds(hall.phones.length, async () => {
    const own = await newCookie(server.url, '/present/screen')
    const { wire } = await enter(
      hall,
      { cookie: [own, ...cookies].join('; '), origin: server.url },
      'screen',
      ['screen:watch', { code: desk.code }],
    )
    hall.listen(wire)
    return wire
  })
  return screens
}

/** What it costs a ballot when everybody is told the numbers ten times a second. */
export const told: Scenario = {
  ...{
    id: '4',
    name: '숫자를 모두에게 알릴 때의 확인 p99 · ack p99 while a crowd is told the numbers',
  },
  ...{ unit: 'ms', better: 'lower', reach: 3, beyond: 1.5 },
  async measure(stage) {
    const { ours } = await stage.halls(stage.scale.voters)
    const asked = await ours.ask('full')
    const stream = () => ackP99(ours, streamOf(asked, stage.scale.seconds))
    return rounds(stage.scale.rounds, async () => {
      const screens = await manyScreens(ours)
      const figure = await stream()
      for (const screen of screens) screen.close()
      return { ours: figure, reference: await stream() }
    })
  },
}
