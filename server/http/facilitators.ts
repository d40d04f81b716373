import type { Request, RequestHandler, Response } from 'express'
import { refuse, type Result } from '../../shared/result.ts'
import { may, type Action } from '../../shared/rights.ts'
import type { Cookies } from '../cookies.ts'
import type { Limits } from '../limits.ts'
import type { Access } from '../services/access.ts'
import type { Accounts } from '../services/accounts.ts'
import { sendProblem } from './problem.ts'

/** Answers one request of a facilitator; a refusal is sent for it. */
type Work = (request: Request, response: Response, account: number) => Promise<Result<null>>

/**
 * What only those who run meetings may ask for over HTTP: as strict as their sockets, and said before
 * anything is looked up, so that nobody learns which meetings there are.
 */
export function createForFacilitators({
  access,
  accounts,
  limits,
  cookies,
}: {
  access: Pick<Access, 'device'>
  accounts: Pick<Accounts, 'of'>
  limits: Pick<Limits, 'deeds'>
  cookies: Cookies
}): (work: Work, right?: Action) => RequestHandler {
  async function accountOf(request: Request, right: Action): Promise<Result<number>> {
    const device = access.device(cookies.read(request, 'device'))
    if (device === null) return refuse('identity/missing')
    if (!(await limits.deeds(device))) return refuse('message/too-often')
    const signedIn = await accounts.of(device)
    if (!signedIn || !may(signedIn.account.role, right)) return refuse('identity/not-allowed')
    return { ok: true, value: signedIn.account.number }
  }

  return (work, right = 'meeting:run') =>
    async (request, response) => {
      const found = await accountOf(request, right)
      const done = found.ok ? await work(request, response, found.value) : found
      if (!done.ok) sendProblem(response, done.refusal)
    }
}
