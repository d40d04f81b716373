import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const BUDGET = 45_000

/** Counts what comes over the wire, and asks whom: bodies as they travel, without their headers. */
async function watchTraffic(page: Page) {
  const wire: CDPSession = await page.context().newCDPSession(page)
  const headers = new Map<string, number>()
  const traffic = { bytes: 0, hosts: new Set<string>(), plain: [] as string[] }
  wire.on('Network.requestWillBeSent', ({ request: { url } }) => {
    if (!url.startsWith('data:')) traffic.hosts.add(new URL(url).host)
  })
  wire.on('Network.webSocketCreated', ({ url }) => traffic.hosts.add(new URL(url).host))
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    headers.set(requestId, response.encodedDataLength)
    const isText = /html|javascript|css/.test(response.mimeType)
    const { 'content-encoding': encoding } = lowerCased(response.headers)
    if (isText && encoding !== 'br') traffic.plain.push(response.url)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength - (headers.get(requestId) ?? encodedDataLength)
  })
  await wire.send('Network.enable')
  return traffic
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

it.skipIf(hasNoBrowser).each(['ko', 'en'] as const)(
  '[PA1] the first load in %s stays under 45 KB, scanned or typed, from one origin',
  async (language) => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const words = WORDS[language]
    const visits = [
      { path: `/J/${desk.code}`, title: words.inTitle },
      { path: '/', title: words.enterTitle },
    ]
    for (const { path, title } of visits) {
      const page = await aPhone(browser, language)
      const traffic = await watchTraffic(page)
      await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' })
      await heading(page, title).waitFor()

      expect(traffic.bytes, path).toBeLessThan(BUDGET)
      // Less than that would mean that nothing was measured.
      expect(traffic.bytes, path).toBeGreaterThan(BUDGET / 2)
      expect([...traffic.hosts], path).toEqual([new URL(server.url).host])
      expect(traffic.plain, 'not compressed').toEqual([])
      if (language === 'ko') await expectNoBarriers(page)
    }
  },
  60_000,
)
