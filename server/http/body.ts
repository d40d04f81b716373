import { json, type Request, type Response } from 'express'
import type { z } from 'zod'
import { ok, refuse, type Result } from '../../shared/result.ts'

/**
 * Reads a request's JSON, only once it is known who asks: nobody but a facilitator makes us read much.
 * What is longer is a fault that the last resort knows.
 */
export function createRead<T>(
  schema: z.ZodType<T>,
  limit: string,
): (request: Request, response: Response) => Promise<Result<T>> {
  const parse = json({ limit, strict: true })
  return async (request, response) => {
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (fault?: unknown) => {
        if (fault instanceof Error) reject(fault)
        else resolve()
      })
    })
    const parsed = schema.safeParse(request.body)
    return parsed.success ? ok(parsed.data) : refuse('message/malformed')
  }
}
