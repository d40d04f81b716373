import { json, Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { claimSchema, type Claimed } from '../../shared/wire/api.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import { signInSchema } from '../../shared/wire/team.ts'
import type { CookieName, Cookies } from '../cookies.ts'
import type { Limits } from '../limits.ts'
import type { Access, Claim } from '../services/access.ts'
import type { Accounts } from '../services/accounts.ts'
import { sendJson, sendProblem } from './problem.ts'

export interface SignIn {
  access: Access
  accounts: Pick<Accounts, 'signOut'>
  limits: Pick<Limits, 'passwords' | 'passwordsOfStrangers' | 'passwordsOfKnown'>
  cookies: Cookies
}

/** The ways to become somebody: a link, a name with its password; and to stop being it. */
export function createSignIn({ access, accounts, limits, cookies }: SignIn): Router {
  const router = Router()
  const body = json({ limit: '16kb', strict: true })
  const deviceOf = (request: Request) => access.device(cookies.read(request, 'device'))
  const knownOf = (request: Request) => access.known(cookies.read(request, 'known'))

  function post<M>(
    path: string,
    schema: z.ZodType<M>,
    work: (message: M, request: Request, response: Response) => Promise<Result<unknown>>,
  ): void {
    router.post(path, body, async (request, response) => {
      const parsed = schema.safeParse(request.body)
      const done = parsed.success
        ? await work(parsed.data, request, response)
        : refuse('message/malformed')
      if (done.ok) sendJson(response, done.value)
      else sendProblem(response, done.refusal)
    })
  }

  function enter(claimed: Result<Claim>, request: Request, response: Response): Result<Claimed> {
    if (!claimed.ok) return claimed
    const { role, cookie } = claimed.value
    const give = (whose: CookieName, value: string) =>
      response.append('set-cookie', cookies.written(request, whose, value))
    give(role === 'facilitator' ? 'device' : role, cookie)
    if (role === 'facilitator' && knownOf(request) === null) give('known', access.knownCookie())
    return ok({ role })
  }

  post('/claim', claimSchema, async ({ token }, ...exchange) => {
    const screens = cookies.read(exchange[0], 'screen')
    return enter(await access.claim(token, screens), ...exchange)
  })
  post('/sign-in', signInSchema, async ({ login, password }, ...exchange) => {
    const device = deviceOf(exchange[0])
    if (device === null) return refuse('identity/missing')
    const known = knownOf(exchange[0])
    const share = known === null ? limits.passwordsOfStrangers : limits.passwordsOfKnown
    const isWithin = (await limits.passwords(known ?? device)) && (await share('all'))
    if (!isWithin) return refuse('code/too-many-tries')
    const signed = await access.signIn(login, password)
    // The browser's own try stays spent: whoever knows a password does not need us to try it often.
    if (signed.ok) await share.giveBack('all')
    return enter(signed, ...exchange)
  })
  post('/sign-out', nothingSchema, async (_, request) => {
    const device = deviceOf(request)
    if (device !== null) await accounts.signOut(device)
    return ok({})
  })
  return router
}
