import { claim } from '../../scripts/crowd/desk.ts'
import { send } from '../../scripts/crowd/http.ts'
import { Line, type DeedName, type Page } from '../../scripts/crowd/line.ts'
import { may, type Role } from '../../shared/rights.ts'
import { rowsOf } from './checker.ts'
import type { ChaosTest } from './chaos-test.ts'
import { everyEvent, OF_ONE_VOTER, RIGHTS } from './events.ts'
import { everyRoute, routesOfSources } from './routes.ts'
import { aScene, type Scene } from './scene.ts'

/** Somebody at a door: with which cookie, and as what the server must see them. */
interface Guest {
  name: string
  /** Null: nobody. */
  role: Role | null
  page: Page
  cookie: string
  pass: string
}

/** Every event and every route by everybody who has no business there: no unexpected success. */
export const a8: ChaosTest = {
  id: 'A8',
  async run() {
    const scene = await aScene(2)
    try {
      const questionId = await scene.ask()
      const sample = everyEvent(scene.desk.code, questionId, scene.phones[0]!.seat!)
      await scene.desk.watch()
      const before = JSON.stringify(scene.desk.picture)
      const guests = await guestsOf(scene)
      const body = JSON.stringify(sample['ballot:cast'])
      const routes = everyRoute(scene.desk.code, questionId, body)
      const tries = [
        ...guests.flatMap((guest) => eventTries(scene, guest, sample)),
        ...guests.flatMap((guest) =>
          Object.entries(routes).map(([route, { opensTo, ...request }]) =>
            aRequest(scene, guest, { ...request, route, isOpen: isOpenTo(guest, opensTo) }),
          ),
        ),
      ]
      const problems = (await Promise.all(tries)).filter((problem) => problem !== null)
      const rows = new Set(Object.keys(routes))
      problems.push(
        ...routesOfSources()
          .filter((route) => !rows.delete(route))
          .map((route) => `${route} has no row`),
        ...[...rows].map((route) => `${route} is no route any more`),
      )
      await scene.desk.watch()
      if (JSON.stringify(scene.desk.picture) !== before) problems.push('the meeting was changed')
      // The one that the voter casts on their own.
      if (rowsOf(scene.server.dataDir, questionId) !== 1) problems.push('there is not one row')
      return { tries: tries.length, problems, figure: `${tries.length} tries` }
    } finally {
      await scene.end()
    }
  },
}

async function guestsOf({ server, desk, phones }: Scene): Promise<Guest[]> {
  const [voter, other] = phones.map(({ cookie, snapshot }) => ({
    ...({ role: 'voter', page: 'phone', cookie, pass: snapshot?.me.pass ?? '' } as const),
  }))
  const screen = await claim(server.url, desk.picture.screenLink)
  const { cookie } = desk
  return [
    { name: 'anonymous', role: null, page: 'phone', cookie: '', pass: '' },
    { name: 'voter', ...voter! },
    { name: 'other voter', ...other! },
    {
      ...{ name: 'screen', role: 'screen', page: 'screen', pass: '' },
      cookie: [other!.cookie, ...screen.cookies].join('; '),
    },
    { name: 'facilitator', role: 'facilitator', page: 'desk', cookie, pass: '' },
    { name: 'facilitator’s phone', role: 'voter', page: 'phone', cookie, pass: '' },
  ]
}

function isOpenTo({ name }: Guest, opensTo: 'everybody' | 'nobody' | 'the voter'): boolean {
  return opensTo === 'everybody' || (opensTo === 'the voter' && name === 'voter')
}

/** What is not theirs to do, over one socket; what is theirs is left to other tests. */
function eventTries(
  { server }: Scene,
  guest: Guest,
  sample: Record<DeedName, object>,
): Promise<string | null>[] {
  const { name, role, page, cookie } = guest
  const line = new Line({ url: server.url, page, cookie })
  const connecting = line.connect()
  const isTheirs = (event: DeedName) => name === 'voter' || !OF_ONE_VOTER.includes(event)
  const forbidden = (Object.keys(sample) as DeedName[]).filter(
    (event) => role === null || !may(role, RIGHTS[event]) || !isTheirs(event),
  )
  const tries = forbidden.map(async (event) => {
    const refused = await connecting
    if ((refused === null) !== (role !== null)) return `${name} connects: ${refused}`
    const answer = await line.askText(event, JSON.stringify(sample[event]), 2000)
    const code = answer.ok ? 'done' : answer.refusal.code
    const hasRight = role !== null && may(role, RIGHTS[event])
    const isRefused = hasRight || role === null ? !answer.ok : code === 'identity/not-allowed'
    return isRefused ? null : `${name} ${event}: ${code}`
  })
  void Promise.all(tries).then(() => line.close())
  return tries
}

async function aRequest(
  { server }: Scene,
  { name, cookie, pass }: Guest,
  request: { method: 'GET' | 'POST'; path: string; body?: string; route: string; isOpen: boolean },
): Promise<string | null> {
  const { method, path, body, route, isOpen } = request
  const { status } = await send(`${server.url}${path}`, {
    method,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(pass === '' ? {} : { authorization: `Bearer ${pass}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', origin: server.url }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const isRight = isOpen ? status < 300 : status >= 400 && status < 500
  return isRight ? null : `${name} ${route}: ${status}`
}
