import type { PlaceMessage } from '../../../shared/wire/presence.ts'

/** Why there is no position: this page may not ask, the voter said no, or the phone cannot tell. */
export type Unplaced = 'insecure' | 'denied' | 'unavailable' | 'timeout'

/** Browsers give a position to https and to this very machine only (D28). */
export const mayAsk = () => window.isSecureContext && 'geolocation' in navigator

export function position(): Promise<PlaceMessage | Unplaced> {
  if (!mayAsk()) return Promise.resolve('insecure')
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        resolve({ latitude, longitude, accuracy, age: Math.max(0, Date.now() - timestamp) }),
      ({ code }) => resolve(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 10_000 },
    )
  })
}
