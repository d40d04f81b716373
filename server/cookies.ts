/** Both cookies of a browser. Over plain http a browser refuses `__Host-` and Secure (T20). */
export function readCookies(header: string | undefined): { device: string; screen: string } {
  const held = new Map(
    (header ?? '').split(';').map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name.trim(), rest.join('=').trim()] as const
    }),
  )
  const read = (name: string) => held.get(`__Host-${name}`) ?? held.get(name) ?? ''
  return { device: read('mv'), screen: read('mvs') }
}

const HALF_A_YEAR = 60 * 60 * 24 * 180

/** A cookie for half a year, out of reach of scripts and other sites. */
export function writeCookie(name: 'mv' | 'mvs', value: string, secure: boolean): string {
  const guarded = secure ? `__Host-${name}` : name
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${HALF_A_YEAR}${secure ? '; Secure' : ''}`
  return `${guarded}=${value}; ${flags}`
}
