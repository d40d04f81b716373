import type { Json } from './json.ts'

/** How values of JSON are read, whose type says what they may be. */

/** The value, or undefined where it is none. */
export type Read<T> = (json: Json) => T | undefined

/** What stands there, where it is no list and no record. */
export const plainOf = (json: Json | undefined) => (json?.type === 'plain' ? json.value : undefined)
export const isTrue: Read<boolean> = (json) => {
  const value = plainOf(json)
  return typeof value === 'boolean' ? value : undefined
}
/** A whole number between these, both included. */
export const whole =
  (least: number, most: number): Read<number> =>
  (json) => {
    const value = plainOf(json)
    const fits = typeof value === 'number' && Number.isInteger(value)
    return fits && value >= least && value <= most ? value : undefined
  }
/** So many letters at the most. */
export const text =
  (most: number): Read<string> =>
  (json) => {
    const value = plainOf(json)
    return typeof value === 'string' && value.length <= most ? value : undefined
  }
/** The table makes the compiler ask for every one of them. */
export const oneOf =
  <T extends string>(table: Record<T, true>): Read<T> =>
  (json) => {
    const value = plainOf(json)
    return typeof value === 'string' && Object.hasOwn(table, value) ? (value as T) : undefined
  }
export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (json) =>
    plainOf(json) === null ? null : read(json)

/** A record of these names and no other; those in `optional` may be left out. */
export function recordOf<T extends object>(
  parts: { [K in keyof T]-?: Read<NonNullable<T[K]> | Extract<T[K], null>> },
  optional: readonly (keyof T)[] = [],
): Read<T> {
  return (json) => {
    if (json.type !== 'record') return undefined
    const names = Object.keys(parts) as (keyof T & string)[]
    if ([...json.entries.keys()].some((name) => !(names as string[]).includes(name)))
      return undefined
    const asked = names.filter((name) => !optional.includes(name) || json.entries.has(name))
    const read = asked.map((name) => {
      const entry = json.entries.get(name)
      return [name, entry && parts[name](entry)] as const
    })
    return read.some(([, value]) => value === undefined)
      ? undefined
      : (Object.fromEntries(read) as T)
  }
}

export const listOf =
  <T>(read: Read<T>): Read<T[]> =>
  (json) => {
    if (json.type !== 'list') return undefined
    const items = json.items.map(read)
    return items.every((item) => item !== undefined) ? items : undefined
  }
