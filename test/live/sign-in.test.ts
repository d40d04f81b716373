import express from 'express'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { send } from '../../scripts/crowd/http.ts'
import { createCookies } from '../../server/cookies.ts'
import { createSignIn } from '../../server/http/sign-in.ts'
import { createLimits } from '../../server/limits.ts'
import { createBus } from '../../server/live/bus.ts'
import { dice } from '../../server/outside/random.ts'
import { openSecrets } from '../../server/outside/secrets.ts'
import { createAccess, type Access } from '../../server/services/access.ts'
import { createAccounts } from '../../server/services/accounts.ts'
import { aHouseEach, folder, house } from '../support/house-each.ts'

const RIGHT = 'correct horse'
const WRONG = 'battery staple'
/** As slow as no real one: hundreds are tried here. */
const passwords = {
  hash: async (password: string) => password,
  fits: async (password: string, hash: string) => password === hash,
}
let url: string
let access: Access

aHouseEach(async () => {
  const { clock, store, agenda, helping } = house
  const outside = { clock, dice, store, passwords, bus: createBus(), secrets: openSecrets(folder) }
  const accounts = createAccounts(outside)
  const links = { spend: () => false }
  access = createAccess({ ...outside, links, accounts, agenda, helping })
  await accounts.claimOwner('laptop')
  await accounts.setPassword(1, { login: 'kim', password: RIGHT }, 'laptop')
  const cookies = createCookies(() => false)
  const limits = createLimits({ since: () => clock.since() })
  const app = express()
  app.use(createSignIn({ access, accounts, limits, cookies }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
})

const stranger = () => `mv=${access.newDevice().cookie}`
const signIn = (cookie: string, password: string) =>
  send(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ login: 'kim', password }),
  })
/** What comes of so many tries, each of another browser. */
async function tries(count: number, password: string, beside = ''): Promise<Set<number>> {
  const tried = Array.from({ length: count }, () => signIn(`${stranger()}; ${beside}`, password))
  return new Set((await Promise.all(tried)).map(({ status }) => status))
}

it('[MD1] strangers lock no browser out that signed in before', async () => {
  const signed = await signIn(stranger(), RIGHT)
  const known = signed.cookies.find((cookie) => cookie.startsWith('mvk='))!
  expect(await tries(60, WRONG)).toEqual(new Set([403]))
  expect(await tries(1, RIGHT)).toEqual(new Set([429]))
  expect(await tries(1, RIGHT, 'mvk=made-up')).toEqual(new Set([429]))
  // Another device by its cookie, as after a sign-out: known all the same, with a budget of its own.
  expect(await tries(1, RIGHT, known)).toEqual(new Set([200]))
  expect(await tries(4, WRONG, known)).toEqual(new Set([403]))
  expect(await tries(1, RIGHT, known)).toEqual(new Set([429]))
})

it('[MD1] right passwords leave the share of strangers as it is', async () => {
  expect(await tries(55, WRONG)).toEqual(new Set([403]))
  for (let turn = 0; turn < 3; turn += 1) expect(await tries(5, RIGHT)).toEqual(new Set([200]))
  expect(await tries(5, WRONG)).toEqual(new Set([403]))
  expect(await tries(1, WRONG)).toEqual(new Set([429]))
})
