import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { send } from '../../scripts/crowd/http.ts'
import { certifiedHost, readCertificate } from '../../server/outside/certificate.ts'
import { readConfig } from '../../server/config.ts'
import { marks } from '../support/builders.ts'
import { aCertificate } from '../support/certificate.ts'
import { castOf, Hall, openQuestion } from '../support/hall.ts'
import { soon } from '../support/browser.ts'
import { aServer } from '../support/server.ts'

const LOCAL = ['DNS:localhost', 'IP:127.0.0.1']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-tls-'))
  // Nobody signed these certificates, and every client of this file may know it.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Whose certificate a server shows to somebody who connects now. */
function shownBy(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(
      { host: hostname, port: Number(port), rejectUnauthorized: false },
      () => {
        resolve(String(socket.getPeerCertificate().subject.CN))
        socket.destroy()
      },
    )
    socket.on('error', reject)
  })
}

describe('a server with a certificate', () => {
  it('[TL1] takes ballots over wss and https, and phones can be asked for their position', async () => {
    const hall = await Hall.start(aCertificate(folder, 'hall', LOCAL))
    try {
      expect(hall.url).toMatch(/^https:/)
      const desk = await hall.desk()
      const { code, positions, screenLink } = desk.snapshot.desk
      expect(positions).toBe(true)
      expect(desk.snapshot.address).toBe(`https://127.0.0.1:${hall.server.running.port}`)
      expect(screenLink).toMatch(/^https:/)

      const proof = desk.snapshot.presenceCode.code
      const first = await hall.phone(code, proof)
      const second = await hall.phone(code, proof)
      const question = await openQuestion(desk, { bars: 'live' })
      const { message } = castOf(first.snapshot, question, marks('yes'))
      expect(await first.line.ask('ballot:cast', message)).toMatchObject({ ok: true })
      const posted = await send(`${hall.url}/api/ballots`, {
        method: 'POST',
        headers: { authorization: `Bearer ${second.snapshot.me.pass}` },
        body: JSON.stringify(castOf(second.snapshot, question, marks('no')).message),
      })
      expect(posted.status).toBe(200)
      await desk.line.heard<{ people: { voted: number } }>(
        'tally:changed',
        ({ people }) => people.voted === 2,
      )
    } finally {
      await hall.stop()
    }
  })

  it('[TL2] keeps its cookies to https and says so for a year; without one it does neither', async () => {
    const guarded = await send((await aServer(aCertificate(folder, 'hall', LOCAL))).url)
    expect(guarded.headers['set-cookie']).toMatchObject([/^__Host-mv=.*; Secure$/])
    expect(guarded.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(guarded.headers['content-security-policy']).not.toContain(' ws:')

    const open = await send((await aServer()).url)
    expect(open.headers['set-cookie']).toMatchObject([/^mv=(?!.*Secure)/])
    expect(open.headers['strict-transport-security']).toBeUndefined()
  })

  it('[TL3] shows a renewed one after SIGHUP, and keeps the old one where the new is damaged', async () => {
    const files = aCertificate(folder, 'old', LOCAL)
    const server = await aServer(files)
    const renew = () => process.kill(server.running.pid, 'SIGHUP')
    expect(await shownBy(server.url)).toBe('old')

    const renewed = aCertificate(folder, 'new', LOCAL)
    copyFileSync(renewed.TLS_CERT, files.TLS_CERT)
    renew()
    await soon(() => server.output).toContain('TLS_KEY')
    expect(await shownBy(server.url)).toBe('old')

    copyFileSync(renewed.TLS_KEY, files.TLS_KEY)
    renew()
    await soon(() => shownBy(server.url)).toBe('new')
  })

  it('[TL4] is named in addresses as its certificate is', () => {
    const of = (...names: string[]) => readCertificate(aCertificate(folder, 'of', names))
    const named = of('DNS:*.hall.test', 'DNS:vote.hall.test', 'IP:10.0.0.7')
    expect(certifiedHost(named, '10.0.0.7')).toBe('10.0.0.7')
    expect(certifiedHost(named, 'desk.hall.test')).toBe('desk.hall.test')
    expect(certifiedHost(named, '192.168.0.9')).toBe('vote.hall.test')
    expect(certifiedHost(of('IP:10.0.0.7'), '192.168.0.9')).toBe('192.168.0.9')
  })
})

it('[TL5] files of a certificate that do not fit are listed with the other wrong settings', () => {
  const one = aCertificate(folder, 'one', LOCAL)
  const other = aCertificate(folder, 'other', LOCAL)
  const empty = join(folder, 'empty.pem')
  writeFileSync(empty, '')
  const wrong = (settings: Record<string, string>) => {
    const config = readConfig(settings)
    return 'wrong' in config ? config.wrong : []
  }
  const cases: [settings: Record<string, string>, ...said: RegExp[]][] = [
    [{ TLS_CERT: one.TLS_CERT }, /^TLS_KEY: .*함께.* · is needed beside TLS_CERT/],
    [{ TLS_KEY: one.TLS_KEY }, /^TLS_CERT: .*함께.* · is needed beside TLS_KEY/],
    [
      { TLS_CERT: join(folder, 'nowhere.pem'), TLS_KEY: empty },
      /^TLS_CERT: .*읽을 수 없습니다 · .*cannot be read/,
      /^TLS_KEY: .*개인 키가 아닙니다 · /,
    ],
    [{ ...one, TLS_CERT: one.TLS_KEY }, /^TLS_CERT: .*인증서가 아닙니다 · /],
    [{ ...one, TLS_KEY: other.TLS_KEY }, /^TLS_KEY: .*짝이 맞지 않습니다 · does not belong/],
    [
      { TLS_KEY: one.TLS_KEY, PORT: '99999', TRUST_PROXY: 'everybody' },
      /^PORT: /,
      /^TRUST_PROXY: .*CIDR.* · /,
      /^TLS_CERT: /,
    ],
  ]
  for (const [settings, ...said] of cases) {
    const found = wrong(settings)
    expect(found).toHaveLength(said.length)
    for (const [place, each] of said.entries()) expect(found[place]).toMatch(each)
  }
  expect(readConfig({ ...one })).toMatchObject({ tls: one })
  expect(readConfig({})).toMatchObject({ tls: null })
})
