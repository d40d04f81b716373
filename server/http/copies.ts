import type { Request, Response } from 'express'

/** One body in memory, as it is and as it travels; null where that copy would not pay. */
export interface Copies {
  plain: Buffer
  br: Buffer | null
  gzip: Buffer | null
}

/** Sends the smallest copy that this browser takes. HEAD and a fitting ETag get no body. */
export function sendCopy(request: Request, response: Response, copies: Copies): void {
  const takes = (encoding: string) => request.acceptsEncodings(encoding) === encoding
  const [encoding, body] =
    copies.br && takes('br')
      ? ['br', copies.br]
      : copies.gzip && takes('gzip')
        ? ['gzip', copies.gzip]
        : [null, copies.plain]
  response.vary('accept-encoding')
  if (encoding) response.set('content-encoding', encoding)
  response.send(body)
}
