import type { JoinCode } from '../../../../shared/ids.ts'

const KEY = 'mv.copied'

/** Goes to a meeting that was just made like another one. */
export function goToCopy(code: JoinCode): void {
  sessionStorage.setItem(KEY, code)
  location.assign(`/present/${code}`)
}

/** True once: is this the page of such a meeting, which looks like the other one? */
export function isJustCopied(): boolean {
  const code = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return code !== null && location.pathname === `/present/${code}`
}
