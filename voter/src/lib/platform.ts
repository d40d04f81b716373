/** Whose settings a voter has to find. */
export type Platform = 'iphone' | 'samsung' | 'android' | 'computer'
/** A browser inside another app, which may tell no position and keep no cookie. */
export type Inside = 'kakao' | 'naver' | 'app'

/** By what a browser calls itself: only for help, never for a decision. */
export function platformOf(agent: string, touches = 0): Platform {
  if (/iPhone|iPad|iPod/.test(agent) || (agent.includes('Macintosh') && touches > 1))
    return 'iphone'
  if (agent.includes('SamsungBrowser')) return 'samsung'
  return agent.includes('Android') ? 'android' : 'computer'
}

export function insideOf(agent: string): Inside | null {
  if (agent.includes('KAKAOTALK')) return 'kakao'
  if (agent.includes('NAVER(inapp')) return 'naver'
  return /FBAN|FBAV|Instagram|\bLine\/|DaumApps|; wv\)/.test(agent) ? 'app' : null
}
