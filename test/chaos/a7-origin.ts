import { claim } from '../../scripts/crowd/desk.ts'
import { send } from '../../scripts/crowd/http.ts'
import { Line, type LineOptions, type Page } from '../../scripts/crowd/line.ts'
import type { Result } from '../../shared/result.ts'
import { rowsOf } from './checker.ts'
import type { ChaosTest } from './chaos-test.ts'
import { everyEvent } from './events.ts'
import { aScene, type Scene } from './scene.ts'

type Events = [string, object][]

/** Foreign pages, missing and forged cookies: every handshake, event and claim is refused. */
export const a7: ChaosTest = {
  id: 'A7',
  async run() {
    const scene = await aScene(3)
    try {
      const questionId = await scene.ask()
      const sample = everyEvent(scene.desk.code, questionId, scene.phones[0]!.seat!)
      const events = Object.entries(sample)
      await scene.desk.watch()
      const before = JSON.stringify(scene.desk.picture)
      const found = [
        ...(await problemsOfHandshakes(scene, events)),
        ...(await problemsOfHttp(scene, JSON.stringify(sample['ballot:cast']))),
      ]
      await scene.desk.watch()
      const problems = found.filter((problem) => problem !== null)
      const figure = `${found.length - problems.length} refused of ${found.length}`
      if (JSON.stringify(scene.desk.picture) !== before) problems.push('the meeting was changed')
      const rows = rowsOf(scene.server.dataDir, questionId)
      if (rows !== 0) problems.push(`${rows} rows were written`)
      return { tries: found.length, problems, figure }
    } finally {
      await scene.end()
    }
  },
}

/** Nothing that is said over a refused connection is answered. */
async function problemsOfHandshakes({ server, phones }: Scene, events: Events) {
  const { cookie } = phones[0]!
  const own = { url: server.url, page: 'phone' as Page, cookie }
  const forged = `${cookie.slice(0, -2)}${cookie.endsWith('AA') ? 'BB' : 'AA'}`
  const wrong: Record<string, LineOptions> = {
    'foreign origin': { ...own, origin: 'http://evil.example' },
    'origin null': { ...own, origin: 'null' },
    'origin that begins like ours': { ...own, origin: `${server.url}.evil.example` },
    'other port': { ...own, origin: server.url.replace(/:\d+$/, ':1') },
    'no cookie': { ...own, cookie: '' },
    'forged cookie': { ...own, cookie: forged },
    'invented cookie': { ...own, cookie: 'mv=admin' },
    'old protocol': { ...own, protocol: 0 },
    'voter at the desk': { ...own, page: 'desk' },
    'voter at the screen': { ...own, page: 'screen' },
    'a page that is none': { ...own, page: 'root' as Page },
  }
  const tries = Object.entries(wrong).map(async ([name, options]) => {
    const line = new Line(options)
    const refused = await line.connect()
    const answers = await Promise.all(events.map(([event, message]) => sayTo(line, event, message)))
    line.close()
    const isShut = refused !== null && !answers.some((answer) => answer.ok)
    return [...events.map(() => null), isShut ? null : `${name} was let in`]
  })
  return (await Promise.all(tries)).flat()
}

async function problemsOfHttp({ server, phones }: Scene, body: string) {
  const { url } = server
  const pass = phones[0]!.snapshot?.me.pass ?? ''
  const json = { 'content-type': 'application/json', origin: url }
  const casts: Record<string, Record<string, string>> = {
    'no pass': json,
    'cookie for a pass': { ...json, cookie: phones[0]!.cookie },
    'forged pass': { ...json, authorization: `Bearer ${pass.slice(0, -4)}AAAA` },
    'invented pass': { ...json, authorization: 'Bearer e30.e30' },
    'pass of another seat': { ...json, authorization: `Bearer ${phones[1]!.snapshot?.me.pass}` },
    'foreign origin': { ...json, authorization: `Bearer ${pass}`, origin: 'http://evil.example' },
    'origin null': { ...json, authorization: `Bearer ${pass}`, origin: 'null' },
  }
  const refused = Object.entries(casts).map(async ([name, headers]) => {
    const { status } = await send(`${url}/api/ballots`, { method: 'POST', headers, body })
    return status >= 400 && status < 500 ? null : `cast with ${name}: ${status}`
  })
  const claims = ['http://evil.example', 'null', url].map(async (origin) => {
    const { status } = await claim(url, `x#${'0'.repeat(64)}`, origin)
    return status >= 400 && status < 500 ? null : `claim from ${origin}: ${status}`
  })
  return Promise.all([...refused, ...claims])
}

function sayTo(line: Line, event: string, message: object): Promise<Result<unknown>> {
  return line.askText(event, JSON.stringify(message), 2000)
}
