import type { Refusal, RefusalCode } from './refusals.ts'

/** What a person can cause is a value; what only we or the machine can cause is thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export type No = Extract<Result<never>, { ok: false }>

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(code: RefusalCode, detail?: Refusal['detail']): No {
  return { ok: false, refusal: detail ? { code, detail } : { code } }
}
