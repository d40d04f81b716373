import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { Agent as TlsAgent, request as requestOverTls } from 'node:https'

/** One pool for the whole crowd: a hall behind one address, as a venue's Wi-Fi is. */
const POOL = { keepAlive: true, maxSockets: 128 }
const plain = { request, agent: new Agent(POOL) }
const overTls = { request: requestOverTls, agent: new TlsAgent(POOL) }

export interface Answer {
  status: number
  cookies: string[]
  headers: IncomingHttpHeaders
  text: string
}

export interface Request {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** One request over a kept connection; throws where nobody answers within eight seconds. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body }: Request = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const { agent, request } = url.startsWith('https:') ? overTls : plain
    const sent = request(url, { agent, method, headers: { ...headers, ...length }, timeout: 8000 })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', (fault: NodeJS.ErrnoException) => {
      // A kept connection that the server had just closed; browsers ask again too.
      const isStale = sent.reusedSocket && fault.code === 'ECONNRESET'
      if (isStale) resolve(send(url, { method, headers, ...(body === undefined ? {} : { body }) }))
      else reject(fault)
    })
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('error', reject)
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!)
        resolve({ status: response.statusCode ?? 0, cookies, headers: response.headers, text })
      })
    })
    sent.end(body)
  })
}

/** The device cookie that a page gives to a new browser. */
export async function newCookie(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { status, cookies } = await send(`${url}${path}`, { headers })
  const cookie = cookies.find((each) => /^(__Host-)?mv=/.test(each))
  if (cookie === undefined) throw new Error(`${path} answered ${status} without a cookie`)
  return cookie
}
