import { plain } from '../../shared/plain.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { LEAST_PASSWORD, type TeamRole } from '../../shared/rights.ts'
import type { TeamMember } from '../../shared/wire/team.ts'
import { deviceKey, hashOfLink } from '../domain/device.ts'
import type { Ports } from '../ports.ts'
import type { AccountRow } from '../rows.ts'
import { remembered } from './remembered.ts'
import { createTurns } from './turns.ts'

const DAY_MS = 86_400_000
/** A browser stays signed in this long after it was last seen, give or take half of it. */
const SESSION_MS = 30 * DAY_MS
const INVITATION_MS = 7 * DAY_MS
const LINK_BYTES = 32
/** So that an unknown name takes as long as a known one. */
const NOBODY = `32768:8:3:${'0'.repeat(32)}:${'0'.repeat(64)}`

/** The account of one browser, and until when. */
export interface SignedIn {
  account: AccountRow
  until: number
}

/** Who runs meetings here: by link or password, from any number of browsers. */
export interface Accounts {
  /** Whose browser this is; null: nobody's, or not any more. */
  of(device: string): Promise<SignedIn | null>
  /** Is there anybody yet? */
  isFresh(): Promise<boolean>
  /** The server's own link: the first makes the owner, later ones let that owner in again, alone. */
  claimOwner(device: string): Promise<void>
  /** An invitation's token, once. */
  claim(token: string, device: string): Promise<Result<null>>
  signIn(login: string, password: string, device: string): Promise<Result<null>>
  signOut(device: string): Promise<void>
  /** By number, of everybody who ever was here; without a query where nobody changed. */
  names(): Promise<ReadonlyMap<number, string>>
  team(me: number, here: ReadonlySet<number>): Promise<TeamMember[]>
  /** A new colleague, and the token of the link to send. */
  invite(name: string, role: TeamRole): Promise<Result<{ token: string }>>
  /** Another link for somebody who lost the browser, which ends what is open for them but at `here`. */
  inviteAgain(number: number, here: string): Promise<Result<{ token: string }>>
  remove(number: number): Promise<Result<null>>
  rename(me: number, name: string): Promise<Result<null>>
  /** A way in without a link; whoever came in otherwise, but at `here`, has to do so again. */
  setPassword(
    me: number,
    typed: { login: string; password: string },
    here: string,
  ): Promise<Result<null>>
}

export function createAccounts({
  clock,
  dice,
  store,
  secrets,
  passwords,
  bus,
}: Pick<Ports, 'clock' | 'dice' | 'store' | 'secrets' | 'passwords' | 'bus'>): Accounts {
  const key = secrets.keyFor('device')
  /** Names, roles and numbers are decided one after the other. */
  const turns = createTurns()
  const inTurn = <T>(deed: () => Promise<T>) => turns('accounts', deed)

  const all = remembered(() => store.accounts())

  async function present(): Promise<AccountRow[]> {
    return (await all.get()).filter(({ removed }) => !removed)
  }

  async function find(number: number): Promise<Result<AccountRow>> {
    const found = (await present()).find((row) => row.number === number)
    return found ? ok(found) : refuse('account/unknown')
  }

  async function begin(account: number, device: string): Promise<void> {
    const until = clock.now() + SESSION_MS
    await store.saveSession({ deviceKey: deviceKey(key, device), account, until })
  }

  /** Ends the sessions of an account but that of the browser `here`, and closes their desks. */
  async function endOthers(account: number, here: string): Promise<void> {
    await store.removeSessions(account, deviceKey(key, here))
    bus.signedOutElsewhere(account, here)
  }

  async function link(account: number): Promise<{ token: string }> {
    const token = Buffer.from(dice.secret(LINK_BYTES)).toString('base64url')
    await store.addInvitation(hashOfLink(token), account, clock.now() + INVITATION_MS)
    return { token }
  }

  return {
    async of(device) {
      const session = await store.session(deviceKey(key, device))
      if (!session || session.until <= clock.now()) return null
      const account = await find(session.account)
      if (!account.ok) return null
      if (session.until < clock.now() + SESSION_MS / 2)
        await inTurn(async () => {
          // It may have been ended meanwhile.
          if (await store.session(session.deviceKey)) await begin(session.account, device)
        })
      return { account: account.value, until: session.until }
    },
    isFresh: async () => (await present()).length === 0,
    claimOwner: (device) =>
      inTurn(async () => {
        const owner = (await present()).find(({ role }) => role === 'owner')
        const nobody = { name: '', login: null, password: null, removed: false }
        const made = { ...nobody, role: 'owner' as const, since: clock.now() }
        const number = owner?.number ?? (await all.changedBy(() => store.addAccount(made)))
        await begin(number, device)
        await endOthers(number, device)
      }),
    claim: (token, device) =>
      inTurn(async () => {
        const account = await store.spendInvitation(hashOfLink(token), clock.now())
        if (account === null || !(await find(account)).ok) return refuse('link/spent')
        await begin(account, device)
        return ok(null)
      }),
    async signIn(login, password, device) {
      const named = (await present()).find((row) => row.login === asLogin(login))
      const fits = await passwords.fits(password, named?.password ?? NOBODY)
      if (!named || !fits) return refuse('account/wrong-login')
      return inTurn(async () => {
        // Trying it took a while: it may be another one by now.
        const now = await find(named.number)
        if (!now.ok || now.value.password !== named.password) return refuse('account/wrong-login')
        await begin(named.number, device)
        return ok(null)
      })
    },
    async signOut(device) {
      const session = await store.session(deviceKey(key, device))
      if (!session) return
      await store.removeSession(session.deviceKey)
      bus.signedOut(device)
    },
    async names() {
      return new Map((await all.get()).map(({ number, name }) => [number, name]))
    },
    async team(me, here) {
      const invited = new Set(await store.invited(clock.now()))
      return (await present()).map(({ number, name, role, login }) => ({
        ...{ number, name, role, login },
        me: number === me,
        here: here.has(number),
        invited: invited.has(number),
      }))
    },
    invite: (name, role) =>
      inTurn(async () => {
        const called = plain(name)
        if (called === '') return refuse('account/no-name')
        const nobody = { login: null, password: null, removed: false, since: clock.now() }
        const made = { ...nobody, name: called, role }
        return ok(await link(await all.changedBy(() => store.addAccount(made))))
      }),
    inviteAgain: (number, here) =>
      inTurn(async () => {
        const found = await find(number)
        if (!found.ok) return found
        const made = await link(number)
        await endOthers(number, here)
        return ok(made)
      }),
    remove: (number) =>
      inTurn(async () => {
        const found = await find(number)
        if (!found.ok) return found
        const owners = (await present()).filter(({ role }) => role === 'owner')
        if (found.value.role === 'owner' && owners.length === 1) return refuse('account/last-owner')
        await all.changedBy(() => store.removeAccount(number))
        bus.signedOutElsewhere(number, null)
        return ok(null)
      }),
    rename: (me, name) =>
      inTurn(async () => {
        const found = await find(me)
        if (!found.ok) return found
        const named = { ...found.value, name: plain(name) }
        await all.changedBy(() => store.saveAccount(named))
        return ok(null)
      }),
    async setPassword(me, { login: typed, password }, here) {
      const login = asLogin(typed)
      if (login === '') return refuse('account/no-login')
      if ([...password].length < LEAST_PASSWORD || asLogin(password) === login)
        return refuse('account/weak-password', { least: LEAST_PASSWORD })
      const hash = await passwords.hash(password)
      return inTurn(async () => {
        const found = await find(me)
        if (!found.ok) return found
        const taken = (await present()).some((row) => row.login === login && row.number !== me)
        if (taken) return refuse('account/login-taken')
        const secured = { ...found.value, login, password: hash }
        await all.changedBy(() => store.saveAccount(secured))
        await endOthers(me, here)
        return ok(null)
      })
    },
  }
}

/** Typed on a phone, a name may begin with a capital and end with a space. */
function asLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}
