/** Keeps the screen awake, and does so again after it was hidden. Without https nothing happens. */
export function stayAwake(): () => void {
  const take = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => document.removeEventListener('visibilitychange', take)
}
