import type { Unplaced } from '../../../shared/presence.ts'
import type { PlaceMessage } from '../../../shared/wire/presence.ts'

/** Why there is no position: this page may not even ask, or it was asked in vain. */
export type NoPosition = 'insecure' | Unplaced

/** Browsers give a position to https and to this very machine only (D28). */
export const mayAsk = () => window.isSecureContext && 'geolocation' in navigator

export function position(): Promise<PlaceMessage | NoPosition> {
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

/** Has the voter allowed it already, so that nobody has to be asked again? */
export async function isAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
  } catch {
    // Older browsers cannot be asked: the button is pressed then.
    return false
  }
}
