import { describe, expect, it } from 'vitest'
import { createAccounts, type Accounts } from '../../server/services/accounts.ts'
import { dice } from '../../server/outside/random.ts'
import { passwords } from '../../server/outside/passwords.ts'
import { openSecrets } from '../../server/outside/secrets.ts'
import { aHouseEach, folder, house } from '../support/house-each.ts'

const DAY = 86_400_000
let accounts: Accounts
let signedOut: [number, string | null][]

aHouseEach(async () => {
  signedOut = []
  const bus = {
    event: () => undefined,
    numbers: () => undefined,
    desk: () => undefined,
    admission: () => undefined,
    identity: () => undefined,
    helperChanged: () => undefined,
    screens: () => undefined,
    screenGone: () => undefined,
    removed: () => undefined,
    signedOut: (account: number, device: string | null) => signedOut.push([account, device]),
  }
  const { clock, store } = house
  accounts = createAccounts({ clock, dice, store, bus, passwords, secrets: openSecrets(folder) })
  await accounts.claimOwner('owner’s laptop')
})

async function invited(name = 'Kim'): Promise<string> {
  const made = await accounts.invite(name, 'facilitator')
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.token
}

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
    const again = await accounts.inviteAgain(lee.number)
    expect(await accounts.claim(first, 'phone')).toMatchObject({ ok: false })
    expect(await accounts.claim(again.ok ? again.value.token : '', 'phone')).toMatchObject({
      ok: true,
    })
  })

  it('[AC1] asks for a name', async () => {
    expect(await accounts.invite('  ', 'owner')).toMatchObject({
      refusal: { code: 'account/no-name' },
    })
  })
})

describe('a password', () => {
  it('[AC2] lets the same person in from another browser', async () => {
    expect(await accounts.setPassword(1, ' Kim ', 'correct horse')).toMatchObject({ ok: true })
    expect(await accounts.signIn('kim', 'correct horse', 'tablet')).toMatchObject({ ok: true })
    expect(await roleOf('tablet')).toBe('owner')
  })

  it('[AC2] that is wrong is refused as an unknown name is', async () => {
    await accounts.setPassword(1, 'kim', 'correct horse')
    const wrong = await accounts.signIn('kim', 'correct house', 'tablet')
    expect(wrong).toEqual(await accounts.signIn('nobody', 'correct horse', 'tablet'))
    expect(wrong).toEqual({ ok: false, refusal: { code: 'account/wrong-login' } })
    expect(await roleOf('tablet')).toBeNull()
  })

  it('[AC3] is kept as a salted hash, must be long, and its name is one person’s', async () => {
    await accounts.setPassword(1, 'kim', 'correct horse')
    const [owner] = await house.store.accounts()
    expect(owner?.password).toMatch(/^32768:8:3:[0-9a-f]{32}:[0-9a-f]{64}$/)
    expect(await accounts.setPassword(1, 'kim', 'too short')).toMatchObject({
      refusal: { code: 'account/weak-password', detail: { least: 10 } },
    })
    await accounts.claim(await invited('Lee'), 'phone')
    expect(await accounts.setPassword(2, 'KIM', 'another long one')).toMatchObject({
      refusal: { code: 'account/login-taken' },
    })
  })
})

describe('the end of a session', () => {
  it('[AC5] comes with the sign-out of one browser, at once', async () => {
    await accounts.claim(await invited(), 'phone')
    await accounts.signOut('phone')
    expect(await roleOf('phone')).toBeNull()
    expect(signedOut).toEqual([[2, 'phone']])
    expect(await roleOf('owner’s laptop')).toBe('owner')
  })

  it('[AC5] comes for every browser of whoever is removed, and the last owner stays', async () => {
    await accounts.claim(await invited(), 'phone')
    expect(await accounts.remove(2)).toMatchObject({ ok: true })
    expect(await roleOf('phone')).toBeNull()
    expect(signedOut).toEqual([[2, null]])
    expect(await accounts.remove(1)).toMatchObject({ refusal: { code: 'account/last-owner' } })
    expect(await roleOf('owner’s laptop')).toBe('owner')
  })

  it('[AC5] comes thirty days after the browser was last seen', async () => {
    await house.clock.pass(20 * DAY)
    expect(await roleOf('owner’s laptop')).toBe('owner')
    await house.clock.pass(20 * DAY)
    expect(await roleOf('owner’s laptop')).toBe('owner')
    await house.clock.pass(31 * DAY)
    expect(await roleOf('owner’s laptop')).toBeNull()
  })
})
