import { Agent, request } from 'node:http'

/** One pool for the whole crowd: a hall behind one address, as a venue's Wi-Fi is. */
const agent = new Agent({ keepAlive: true, maxSockets: 128 })

export interface Answer {
  status: number
  cookies: string[]
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
    const sent = request(url, { agent, method, headers: { ...headers, ...length }, timeout: 8000 })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('error', reject)
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!)
        resolve({ status: response.statusCode ?? 0, cookies, text })
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
