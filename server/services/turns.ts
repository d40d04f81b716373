/** One deed at a time for each key; what waits for nobody is forgotten. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return async function inTurn<T>(key: string, deed: () => Promise<T>): Promise<T> {
    const turn = (last.get(key) ?? Promise.resolve()).then(deed, deed)
    last.set(key, turn)
    try {
      return await turn
    } finally {
      if (last.get(key) === turn) last.delete(key)
    }
  }
}
