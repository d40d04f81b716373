import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aServer } from '../support/server.ts'
import { aVoteOnThreePages } from '../support/three-pages.ts'

/** Names that are read, never fetched: of languages, and of pages that explain an error. */
const NAMES = [
  /^http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML|1999\/xlink)$/,
  /^https:\/\/svelte\.dev\/e\/\w+$/,
  // The map library's own link, which is never shown: our map takes its prefix away.
  /^https:\/\/leafletjs\.com$/,
  /^https:\/\/socket\.io\/docs\/v3\/migrating-from-2-x-to-3-0\/$/,
]
const ADDRESS =
  /(?:(?:https?|wss?):\/\/|(?<=["'`(=])\/\/)[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)<>\\]*/gi

it.skipIf(hasNoBrowser)(
  '[OF1] desk, big screen and phone hold a vote where nothing but the hall’s own server is found',
  async () => {
    const server = await aServer({ PUBLIC_URL: 'http://hall.test' })
    // No name but the hall's can be found: there is no internet.
    const names = `MAP hall.test 127.0.0.1:${server.running.port}, MAP * ~NOTFOUND`
    const browser = await aBrowser([`--host-resolver-rules=${names}`])
    const { asked, desk } = await aVoteOnThreePages(browser, server.deskLink)
    // The fence and its map stand in the people's view.
    await desk.goto('http://hall.test/present/people')
    await desk.waitForLoadState('networkidle')
    expect(asked.filter(({ protocol }) => protocol === 'ws:').length).toBeGreaterThanOrEqual(3)
    expect([...new Set(asked.map(({ host }) => host))]).toEqual(['hall.test'])
  },
  60_000,
)

it('[OF2] built files name no other host that a browser would ask', () => {
  const client = 'dist/client'
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js|css|svg|json|webmanifest)$/.test(file),
  )
  const found = files.flatMap((file) =>
    [...readFileSync(join(client, file), 'utf8').matchAll(ADDRESS)].map(([address]) => {
      return { file, address }
    }),
  )
  // None at all would mean that nothing was read.
  expect(found).not.toEqual([])
  expect(found.filter(({ address }) => !NAMES.some((name) => name.test(address)))).toEqual([])
})
