const NAMES = { device: 'mv', screen: 'mvs', helper: 'mvh', known: 'mvk' } as const

/** All cookies of a browser. Over plain http a browser refuses `__Host-` and Secure (T20). */
export function readCookies(header: string | undefined): Record<keyof typeof NAMES, string> {
  const held = new Map(
    (header ?? '').split(';').map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name.trim(), rest.join('=').trim()] as const
    }),
  )
  const read = (name: string) => held.get(`__Host-${name}`) ?? held.get(name) ?? ''
  return {
    device: read(NAMES.device),
    screen: read(NAMES.screen),
    helper: read(NAMES.helper),
    known: read(NAMES.known),
  }
}

const HALF_A_YEAR = 60 * 60 * 24 * 180

/** A cookie for half a year, out of reach of scripts and other sites. */
export function writeCookie(whose: keyof typeof NAMES, value: string, secure: boolean): string {
  const name = NAMES[whose]
  const guarded = secure ? `__Host-${name}` : name
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${HALF_A_YEAR}${secure ? '; Secure' : ''}`
  return `${guarded}=${value}; ${flags}`
}
