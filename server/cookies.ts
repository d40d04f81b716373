import type { IncomingMessage } from 'node:http'

const NAMES = { device: 'mv', screen: 'mvs', helper: 'mvh', known: 'mvk' } as const
export type CookieName = keyof typeof NAMES

const HALF_A_YEAR = 60 * 60 * 24 * 180

/**
 * Cookies as this request's line allows. Over https only `__Host-` ones are read, which no neighbour
 * host and no plain http can plant; over plain http a browser refuses them, and Secure (T20).
 */
export function createCookies(isSecure: (request: IncomingMessage) => boolean) {
  const nameOf = (whose: CookieName, secure: boolean) =>
    secure ? `__Host-${NAMES[whose]}` : NAMES[whose]

  return {
    /** Empty where the browser sends none. */
    read(request: IncomingMessage, whose: CookieName): string {
      const name = nameOf(whose, isSecure(request))
      const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim())
      return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
    },
    /** A cookie for half a year, out of reach of scripts and other sites. */
    written(request: IncomingMessage, whose: CookieName, value: string): string {
      const secure = isSecure(request)
      const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${HALF_A_YEAR}${secure ? '; Secure' : ''}`
      return `${nameOf(whose, secure)}=${value}; ${flags}`
    },
  }
}

export type Cookies = ReturnType<typeof createCookies>
