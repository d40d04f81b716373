import { call } from './api.ts'
import type { Refusal } from '../refusals.ts'
import type { Claimed } from '../wire/api.ts'

/** Trades the token of the address for a cookie and takes it out of the address. */
export async function claim(): Promise<{ claimed: boolean; refusal: Refusal | null }> {
  const token = location.hash.slice(1)
  if (token === '') return { claimed: false, refusal: null }
  const answer = await call<Claimed>('POST', '/api/claim', { body: { token } })
  const unreachable = !answer.ok && answer.refusal.code === 'server/busy'
  if (!unreachable) history.replaceState(null, '', location.pathname)
  return answer.ok ? { claimed: true, refusal: null } : { claimed: false, refusal: answer.refusal }
}
