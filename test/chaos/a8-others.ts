import { claim, type Desk } from '../../scripts/crowd/desk.ts'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import { Line, type DeedName, type Page } from '../../scripts/crowd/line.ts'
import { may, type Role } from '../../shared/rights.ts'
import { rowsOf } from './checker.ts'
import type { ChaosTest } from './chaos-test.ts'
import { everyEvent, OF_ONE_VOTER, rightFor } from './events.ts'
import { everyRoute, routesOfSources, type Route } from './routes.ts'
import { aScene, type Scene } from './scene.ts'

/** Somebody at a door: with which cookie, and as what the server must see them. */
interface Guest {
  name: string
  /** Null: nobody. */
  role: Role | null
  page: Page
  cookie: string
  pass: string
  /** The cookie of one more device of this kind: a device has a budget of messages. */
  another: () => Promise<string>
}

/** Below one device's budget. */
const EVENTS_A_DEVICE = 30

/** Every event and every route by everybody who has no business there: no unexpected success. */
export const a8: ChaosTest = {
  id: 'A8',
  async run() {
    const scene = await aScene(2)
    try {
      const questionId = await scene.ask()
      const sample = everyEvent(scene.desk.code, questionId, scene.phones[0]!.seat!)
      await scene.desk.run('helper:link', {})
      await scene.desk.watch()
      const before = JSON.stringify(scene.desk.picture)
      const guests = await guestsOf(scene)
      const routes = everyRoute(scene.desk.code, questionId, sample['ballot:cast'])
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
  const device = () => newCookie(server.url, '/j')
  const screen = await claim(server.url, desk.picture.screenLink)
  const aScreen = async () => [await device(), ...screen.cookies].join('; ')
  const tablet = await claim(server.url, desk.picture.helperLink ?? '')
  const aTablet = async () => [await device(), ...tablet.cookies].join('; ')
  const voters = phones.map(({ cookie, snapshot }, place) => ({
    ...({ name: ['voter', 'other voter'][place]!, role: 'voter', page: 'phone' } as const),
    ...{ cookie, pass: snapshot?.me.pass ?? '', another: device },
  }))
  const own = { cookie: desk.cookie, pass: '', another: async () => desk.cookie }
  const [helper, spare] = [await aHelper(desk), await aHelper(desk)]
  return [
    ...voters,
    { ...own, name: 'anonymous', role: null, page: 'phone', cookie: '', another: async () => '' },
    { ...own, name: 'owner', role: 'owner', page: 'desk' },
    { ...own, name: 'owner’s phone', role: 'voter', page: 'phone', another: async () => spare },
    {
      ...{ name: 'facilitator', role: 'facilitator', page: 'desk', pass: '' },
      ...{ cookie: helper, another: async () => helper },
    },
    {
      ...{ name: 'screen', role: 'screen', page: 'screen', pass: '' },
      ...{ cookie: await aScreen(), another: aScreen },
    },
    {
      ...{ name: 'helper’s device', role: 'helper', page: 'helper', pass: '' },
      ...{ cookie: await aTablet(), another: aTablet },
    },
  ]
}

/** The cookie of somebody whom the owner has invited. */
async function aHelper({ url, line }: Desk): Promise<string> {
  const invited = await line.ask('team:invite', { name: 'helper', role: 'facilitator' })
  if (!invited.ok) throw new Error(invited.refusal.code)
  const { cookies } = await claim(url, invited.value.link)
  return cookies.join('; ')
}

function isOpenTo({ name }: Guest, opensTo: Route['opensTo']): boolean {
  // Over HTTP a browser is who its cookie says, whichever page asks.
  if (opensTo === 'the desk') return /^(owner|facilitator)/.test(name)
  return opensTo === 'everybody' || (opensTo === 'the voter' && name === 'voter')
}

/** What is not theirs to do, by socket; what is theirs is left to other tests. */
function eventTries(
  scene: Scene,
  guest: Guest,
  sample: Record<DeedName, object>,
): Promise<string | null>[] {
  const isTheirs = (event: DeedName) =>
    hasRight(guest, event) && (guest.name === 'voter' || !OF_ONE_VOTER.includes(event))
  const forbidden = (Object.keys(sample) as DeedName[]).filter((event) => !isTheirs(event))
  return Array.from({ length: Math.ceil(forbidden.length / EVENTS_A_DEVICE) }, (_, turn) => {
    const cookie = turn === 0 ? Promise.resolve(guest.cookie) : guest.another()
    const events = forbidden.slice(turn * EVENTS_A_DEVICE, (turn + 1) * EVENTS_A_DEVICE)
    return triesOverOneLine(scene, { guest, cookie, events, sample })
  }).flat()
}

interface OneLine {
  guest: Guest
  cookie: Promise<string>
  events: readonly DeedName[]
  sample: Record<DeedName, object>
}

function triesOverOneLine(
  { server }: Scene,
  { guest, cookie, events, sample }: OneLine,
): Promise<string | null>[] {
  const { name, role, page } = guest
  const connected = cookie.then(async (own) => {
    const line = new Line({ url: server.url, page, cookie: own })
    return { line, refused: await line.connect() }
  })
  const tries = events.map(async (event) => {
    const { line, refused } = await connected
    if ((refused === null) !== (role !== null)) return `${name} connects: ${refused}`
    const answer = await line.askText(event, JSON.stringify(sample[event]), 2000)
    const code = answer.ok ? 'done' : answer.refusal.code
    const mayBeAnyNo = role === null || hasRight(guest, event)
    const isRight = mayBeAnyNo ? !answer.ok : code === 'identity/not-allowed'
    return isRight ? null : `${name} ${event}: ${code}`
  })
  void Promise.all(tries).then(async () => (await connected).line.close())
  return tries
}

function hasRight({ role }: Guest, event: DeedName): boolean {
  return role !== null && may(role, rightFor(event))
}

async function aRequest(
  { server }: Scene,
  { name, cookie, pass }: Guest,
  request: Omit<Route, 'opensTo'> & { route: string; isOpen: boolean },
): Promise<string | null> {
  const { method, path, body, route, isOpen, origin = server.url } = request
  const { status } = await send(`${server.url}${path}`, {
    method,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(pass === '' ? {} : { authorization: `Bearer ${pass}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', origin }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const isRight = isOpen ? status < 300 : status >= 400 && status < 500
  return isRight ? null : `${name} ${route}: ${status}`
}
