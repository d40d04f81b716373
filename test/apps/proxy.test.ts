import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aCertificate } from '../support/certificate.ts'
import { aServer } from '../support/server.ts'
import { aVoteOnThreePages } from '../support/three-pages.ts'

const HOST = 'vote.example.org'
const PROGRAMS = { caddy: '/usr/bin/caddy', nginx: '/usr/sbin/nginx' } as const
const NAMES = ['caddy', 'nginx'] as const

const isMissing = NAMES.some((name) => !existsSync(PROGRAMS[name])) && process.env.CI !== 'true'
if (isMissing)
  console.warn('Skipped what needs proxies: apt-get install -y --no-install-recommends caddy nginx')

/** The first block of this language in the guide, with what only this test has in place of its own. */
function example(language: string, changes: Record<string, string>): string {
  const guide = readFileSync('docs/proxy.md', 'utf8')
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? ''
  return Object.entries(changes).reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, block)
}

interface Place {
  folder: string
  port: number
  /** Where nginx sends people on from http. */
  plain: number
  server: number
}

/** How each proxy is started in the foreground, with its example and the ports of this test. */
const STARTS = {
  caddy({ folder, port, server }: Place) {
    const site = example('caddyfile', {
      [`${HOST} {`]: `${HOST}:${port} {\n\ttls ${folder}/${HOST}.pem ${folder}/${HOST}-key.pem`,
      ':3000': `:${server}`,
    })
    const file = join(folder, 'Caddyfile')
    writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`)
    return ['run', '--adapter', 'caddyfile', '--config', file]
  },
  nginx({ folder, port, plain, server }: Place) {
    const sites = example('nginx', {
      'listen 80': `listen 127.0.0.1:${plain}`,
      'listen 443': `listen 127.0.0.1:${port}`,
      [`/etc/ssl/${HOST}/fullchain.pem`]: join(folder, `${HOST}.pem`),
      [`/etc/ssl/${HOST}/privkey.pem`]: join(folder, `${HOST}-key.pem`),
      ':3000': `:${server}`,
    })
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, `pid ${folder}/pid; events {} http { access_log off;\n${sites}}`)
    return ['-c', file, '-e', join(folder, 'error.log'), '-g', 'daemon off;']
  },
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => {
      resolve(false)
    })
  })

it.skipIf(isMissing || hasNoBrowser).each(NAMES)(
  '[TL8] through %s as the guide sets it up a vote runs over wss, by its QR, with Secure cookies',
  async (name) => {
    const server = await aServer({ PUBLIC_URL: `https://${HOST}`, TRUST_PROXY: 'loopback' })
    const folder = mkdtempSync(join(tmpdir(), 'mvoting-proxy-'))
    aCertificate(folder, HOST, [`DNS:${HOST}`])
    const [port, plain] = [await aFreePort(), await aFreePort()]
    const settings = STARTS[name]({ folder, port, plain, server: server.running.port })
    const proxy = spawn(PROGRAMS[name], settings, {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: 'ignore',
    })
    onTestFinished(async () => {
      const ended = once(proxy, 'exit')
      if (proxy.kill()) await ended
      rmSync(folder, { recursive: true })
    })
    await soon(() => answers(port)).toBe(true)

    const names = `MAP ${HOST} 127.0.0.1:${port}`
    const browser = await aBrowser([`--host-resolver-rules=${names}`])
    const { asked, qr, phone } = await aVoteOnThreePages(browser, server.deskLink)
    expect(qr.startsWith(`HTTPS://${HOST.toUpperCase()}/J/`)).toBe(true)
    expect([...new Set(asked.map(({ host }) => host))]).toEqual([HOST])
    expect(asked.filter(({ protocol }) => protocol === 'wss:').length).toBeGreaterThanOrEqual(3)
    // Nobody had to fall back: `asked` would hold polling requests, which carry this word.
    expect(asked.filter(({ search }) => search.includes('transport=polling'))).toEqual([])
    expect(await phone.evaluate(() => window.isSecureContext)).toBe(true)
    expect(await phone.context().cookies()).toMatchObject([{ name: '__Host-mv', secure: true }])
  },
  60_000,
)
