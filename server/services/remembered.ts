export interface Remembered<T> {
  get(): Promise<T>
  /** Does what changes it. Also where that fails nobody knows what is stored, and it is read anew. */
  changedBy<R>(deed: () => Promise<R>): Promise<R>
}

/** What was read once, held until it changes; a fault is not held. Of what this server alone writes. */
export function remembered<T>(read: () => Promise<T>): Remembered<T> {
  let held: Promise<T> | null = null
  return {
    get() {
      const asked = held ?? read()
      held = asked
      asked.catch(() => {
        if (held === asked) held = null
      })
      return asked
    },
    async changedBy(deed) {
      try {
        return await deed()
      } finally {
        held = null
      }
    },
  }
}
