import { refuse, type Result } from '../result.ts'
import type { Refusal } from '../refusals.ts'

/** One typed request. A refusal comes back as a value; an unreachable server is `server/busy`. */
export async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  { body, pass }: { body?: unknown; pass?: string } = {},
): Promise<Result<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(pass === undefined ? {} : { authorization: `Bearer ${pass}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(8000),
    })
    const answer: unknown = await response.json()
    return response.ok
      ? { ok: true, value: answer as T }
      : { ok: false, refusal: answer as Refusal }
  } catch {
    return refuse('server/busy')
  }
}
