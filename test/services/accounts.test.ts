import { describe, expect, it } from 'vitest'
import { createAccounts, type Accounts } from '../../server/services/accounts.ts'
import { dice } from '../../server/outside/random.ts'
import { passwords } from '../../server/outside/passwords.ts'
import { openSecrets } from '../../server/outside/secrets.ts'
import { aHouseEach, folder, house } from '../support/house-each.ts'

const DAY = 86_400_000
const LAPTOP = 'owner’s laptop'
let accounts: Accounts
let signedOut: string[]
let elsewhere: [number, string | null][]

aHouseEach(async () => {
  signedOut = []
  elsewhere = []
  const bus = {
    event: () => undefined,
    numbers: () => undefined,
    desk: () => undefined,
    admission: () => undefined,
    seatLost: () => undefined,
    identity: () => undefined,
    helperChanged: () => undefined,
    screens: () => undefined,
    floor: () => undefined,
    screenGone: () => undefined,
    removed: () => undefined,
    signedOut: (device: string) => signedOut.push(device),
    signedOutElsewhere: (account: number, here: string | null) => elsewhere.push([account, here]),
  }
  const { clock, store } = house
  accounts = createAccounts({ clock, dice, store, bus, passwords, secrets: openSecrets(folder) })
  await accounts.claimOwner(LAPTOP)
})

async function invited(name = 'Kim'): Promise<string> {
  const made = await accounts.invite(name, 'facilitator')
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.token
}

const setPassword = (me: number, login: string, password: string, here = LAPTOP) =>
  accounts.setPassword(me, { login, password }, here)
const roleOf = async (device: string) => (await accounts.of(device))?.account.role ?? null

describe('an invitation', () => {
  it('[AC1] opens the desk once', async () => {
    const token = await invited()
    expect(await accounts.claim(token, 'phone')).toMatchObject({ ok: true })
    expect(await roleOf('phone')).toBe('facilitator')
    expect(await accounts.claim(token, 'other')).toMatchObject({ refusal: { code: 'link/spent' } })
    expect(await roleOf('other')).toBeNull()
  })

  it('[AC1] ends after a week, or with the next one', async () => {
    const late = await invited()
    await house.clock.pass(7 * DAY + 1)
    expect(await accounts.claim(late, 'phone')).toMatchObject({ ok: false })

    const first = await invited('Lee')
    const lee = (await accounts.team(1, new Set())).find(({ name }) => name === 'Lee')!
    const again = await accounts.inviteAgain(lee.number, LAPTOP)
    expect(await accounts.claim(first, 'phone')).toMatchObject({ ok: false })
    expect(await accounts.claim(again.ok ? again.value.token : '', 'phone')).toMatchObject({
      ok: true,
    })
  })

  it('[AC1] asks for a name', async () => {
    for (const name of ['  ', '\u202e\u3164'])
      expect(await accounts.invite(name, 'owner')).toMatchObject({
        refusal: { code: 'account/no-name' },
      })
  })
})

describe('a password', () => {
  it('[AC2] lets the same person in from another browser', async () => {
    expect(await setPassword(1, ' Kim ', 'correct horse')).toMatchObject({ ok: true })
    expect(await accounts.signIn('kim', 'correct horse', 'tablet')).toMatchObject({ ok: true })
    expect(await roleOf('tablet')).toBe('owner')
  })

  it('[AC2] that is wrong is refused as an unknown name is', async () => {
    await setPassword(1, 'kim', 'correct horse')
    const wrong = await accounts.signIn('kim', 'correct house', 'tablet')
    expect(wrong).toEqual(await accounts.signIn('nobody', 'correct horse', 'tablet'))
    expect(wrong).toEqual({ ok: false, refusal: { code: 'account/wrong-login' } })
    expect(await roleOf('tablet')).toBeNull()
  })

  it('[AC3] is kept as a salted hash, must be long, and its name is one person’s', async () => {
    await setPassword(1, 'kim', 'correct horse')
    const [owner] = await house.store.accounts()
    expect(owner?.password).toMatch(/^32768:8:3:[0-9a-f]{32}:[0-9a-f]{64}$/)
    expect(await setPassword(1, 'kim', 'too short')).toMatchObject({
      refusal: { code: 'account/weak-password', detail: { least: 10 } },
    })
    await accounts.claim(await invited('Lee'), 'phone')
    expect(await setPassword(2, 'KIM', 'another long one')).toMatchObject({
      refusal: { code: 'account/login-taken' },
    })
  })
})

describe('the end of a session', () => {
  it('[AC5] comes with the sign-out of one browser, at once', async () => {
    await accounts.claim(await invited(), 'phone')
    await accounts.signOut('phone')
    expect(await roleOf('phone')).toBeNull()
    expect(signedOut).toEqual(['phone'])
    expect(await roleOf(LAPTOP)).toBe('owner')
  })

  it('[AC5] comes for every browser of whoever is removed, and the last owner stays', async () => {
    await accounts.claim(await invited(), 'phone')
    expect(await accounts.remove(2)).toMatchObject({ ok: true })
    expect(await roleOf('phone')).toBeNull()
    expect(elsewhere.at(-1)).toEqual([2, null])
    expect(await accounts.remove(1)).toMatchObject({ refusal: { code: 'account/last-owner' } })
    expect(await roleOf(LAPTOP)).toBe('owner')
  })

  it('[MD2] comes for all other browsers with a new password, also for one that is being tried', async () => {
    await setPassword(1, 'kim', 'correct horse')
    await accounts.signIn('kim', 'correct horse', 'tablet')
    elsewhere = []
    const [changed] = await Promise.all([
      setPassword(1, 'kim', 'battery staple'),
      accounts.signIn('kim', 'correct horse', 'thief'),
    ])
    expect(changed).toMatchObject({ ok: true })
    expect([await roleOf(LAPTOP), await roleOf('tablet'), await roleOf('thief')]).toEqual([
      ...['owner', null, null],
    ])
    expect(elsewhere).toEqual([[1, LAPTOP]])
  })

  it('[MD2] comes with a new link for whoever gets it, and for nobody else', async () => {
    await accounts.claim(await invited(), 'phone')
    elsewhere = []
    await accounts.inviteAgain(2, LAPTOP)
    expect([await roleOf('phone'), await roleOf(LAPTOP)]).toEqual([null, 'owner'])
    expect(elsewhere).toEqual([[2, LAPTOP]])
    await accounts.inviteAgain(1, LAPTOP)
    expect(await roleOf(LAPTOP)).toBe('owner')
  })

  it('[MD2] comes with the server’s own link for the lost browser of the owner', async () => {
    await accounts.claimOwner('new laptop')
    expect([await roleOf(LAPTOP), await roleOf('new laptop')]).toEqual([null, 'owner'])
    expect(elsewhere.at(-1)).toEqual([1, 'new laptop'])
  })

  it('[AC5] comes thirty days after the browser was last seen', async () => {
    await house.clock.pass(20 * DAY)
    expect(await roleOf(LAPTOP)).toBe('owner')
    await house.clock.pass(20 * DAY)
    expect(await roleOf(LAPTOP)).toBe('owner')
    await house.clock.pass(31 * DAY)
    expect(await roleOf(LAPTOP)).toBeNull()
  })
})
