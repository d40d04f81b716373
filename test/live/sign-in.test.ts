import { expect, it } from 'vitest'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import { desk, hall, useHall } from '../support/open-hall.ts'

useHall()

const signIn = (cookie: string, password: string) =>
  send(`${hall.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url, cookie },
    body: JSON.stringify({ login: 'kim', password }),
  })
const stranger = () => newCookie(hall.url, '/present')
const RIGHT = 'correct horse'

/** Passwords of browsers that nobody has seen here, five of each. */
async function guesses(count: number, password: string): Promise<number[]> {
  const cookies = await Promise.all(Array.from({ length: Math.ceil(count / 5) }, stranger))
  const tried = Array.from({ length: count }, (_, nth) =>
    signIn(cookies[Math.floor(nth / 5)]!, password),
  )
  return (await Promise.all(tried)).map(({ status }) => status)
}

it('[MD1] strangers lock no browser out that signed in before', async () => {
  await desk.line.must('account:password', { login: 'kim', password: RIGHT })
  const signed = await signIn(await stranger(), RIGHT)
  const known = signed.cookies.find((cookie) => cookie.startsWith('mvk='))!

  expect(new Set(await guesses(60, 'wrong horse'))).toEqual(new Set([403]))
  expect((await signIn(await stranger(), RIGHT)).status).toBe(429)
  expect((await signIn(`${await stranger()}; mvk=made-up`, RIGHT)).status).toBe(429)

  // Another device by its cookie, as after a sign-out: known all the same.
  expect((await signIn(`${await stranger()}; ${known}`, RIGHT)).status).toBe(200)
  const tries = []
  for (let turn = 0; turn < 5; turn += 1)
    tries.push((await signIn(`${await stranger()}; ${known}`, 'wrong horse')).status)
  expect(tries).toEqual([403, 403, 403, 403, 429])
})

it('[MD1] right passwords leave the share of strangers as it is', async () => {
  await desk.line.must('account:password', { login: 'kim', password: RIGHT })
  expect(new Set(await guesses(55, 'wrong horse'))).toEqual(new Set([403]))
  expect(new Set(await guesses(5, RIGHT))).toEqual(new Set([200]))
  expect(new Set(await guesses(5, RIGHT))).toEqual(new Set([200]))
})
