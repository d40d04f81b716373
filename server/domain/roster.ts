import type { MeetingId, Seat } from '../../shared/ids.ts'
import { decimalsOf, unitsOf, type Weights } from '../../shared/weights.ts'
import type { RosterRow } from '../rows.ts'
import { voterKey } from './voter-key.ts'

/** One on the list, with the name under which it stands on the roll. */
export interface Entry extends RosterRow {
  rollKey: string
}

/** On the roll beside devices: one look tells which is which. */
const LISTED = 'listed:'

export const isListed = (rollKey: string) => rollKey.startsWith(LISTED)

/** Made of the hash of the member's key: whoever stays on a new list keeps the seat. */
export function listedKey(key: Uint8Array, meetingId: MeetingId, keyHash: string): string {
  return LISTED + voterKey(key, meetingId, `${LISTED}${keyHash}`)
}

/**
 * Who is who in a meeting (D54): while a list is set its entries hold the seats, and a device stands
 * for the entry whose key it typed; without one each device stands for itself.
 */
export class Roster {
  #entries: readonly Entry[] = []
  #byHash = new Map<string, Entry>()
  #byDevice = new Map<string, Entry>()
  #byRollKey = new Map<string, Entry>()
  #voices = new Map<number, Entry[]>()
  /** Seats of entries, those of former lists too: no device ever gets them. */
  readonly #seats = new Map<string, Seat>()
  /** Under which name each of these stands on the roll. */
  readonly #rollKeys = new Map<Seat, string>()
  #names = new Map<string, number>()
  #weights: Weights | null = null

  get entries(): readonly Entry[] {
    return this.#entries
  }
  get isSet(): boolean {
    return this.#entries.length > 0
  }
  get size(): number {
    return this.#entries.length
  }
  /** What votes are counted in; null: everybody has one. */
  get weights(): Weights | null {
    return this.#weights
  }
  /** Seats on the roll that belong to no device. */
  get seats(): number {
    return this.#rollKeys.size
  }

  set(entries: readonly Entry[]): void {
    this.#entries = entries
    const weights = entries.flatMap(({ weight }) => weight ?? [])
    const decimals = decimalsOf(weights)
    const total = weights.reduce((sum, weight) => sum + unitsOf(weight, decimals), 0)
    this.#weights = weights.length > 0 ? { decimals, total } : null
    this.#voices = new Map()
    for (const entry of entries)
      if (entry.proxy !== null)
        this.#voices.set(entry.proxy, [...(this.#voices.get(entry.proxy) ?? []), entry])
    this.#names = new Map()
    for (const { name } of entries) this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
    this.#byHash = new Map(entries.map((entry) => [entry.keyHash, entry]))
    this.#byRollKey = new Map(entries.map((entry) => [entry.rollKey, entry]))
    this.#byDevice = new Map(
      entries.flatMap((entry) => (entry.device === null ? [] : [[entry.device, entry]])),
    )
  }

  /** Notes the seat of an entry; a device's own is nothing to the list. */
  seat(rollKey: string, seat: Seat): void {
    if (!isListed(rollKey)) return
    this.#seats.set(rollKey, seat)
    this.#rollKeys.set(seat, rollKey)
  }

  /** From now on this device, or (null) none, stands for the entry. */
  hold(entry: Entry, device: string | null): void {
    if (entry.device !== null) this.#byDevice.delete(entry.device)
    entry.device = device
    if (device !== null) this.#byDevice.set(device, entry)
  }

  byHash = (keyHash: string): Entry | null => this.#byHash.get(keyHash) ?? null
  byDevice = (device: string): Entry | null => this.#byDevice.get(device) ?? null
  byRollKey = (rollKey: string): Entry | null => this.#byRollKey.get(rollKey) ?? null
  byNumber = (number: number): Entry | null => this.#entries[number - 1] ?? null

  /** Who gave this one their voice, in the order of the list (D56). */
  voicesOf({ number }: Entry): readonly Entry[] {
    return this.#voices.get(number) ?? []
  }

  /** Whose seat it is; null: nobody's on this list. */
  entryOf(seat: Seat): Entry | null {
    return this.#byRollKey.get(this.#rollKeys.get(seat) ?? '') ?? null
  }

  /** Votes of an entry in the list's unit; null: one, like everybody. */
  weightOf({ weight }: RosterRow): number | null {
    return weight !== null && this.#weights ? unitsOf(weight, this.#weights.decimals) : null
  }

  /** What these hold together. */
  weightOfAll(entries: readonly RosterRow[]): number {
    return entries.reduce((sum, entry) => sum + (this.weightOf(entry) ?? 0), 0)
  }

  /** What an entry is called beside a choice: namesakes are told apart by their number on the list. */
  labelOf({ name, number }: RosterRow): string {
    return (this.#names.get(name) ?? 0) > 1 ? `${name} (${number})` : name
  }

  /** Under which name this device may have a seat; null: it has not shown that it is on the list. */
  rollKeyOf(device: string): string | null {
    return this.isSet ? (this.#byDevice.get(device)?.rollKey ?? null) : device
  }

  /** The device that sits under this name; null: nobody now. */
  deviceOf(rollKey: string): string | null {
    return isListed(rollKey) ? (this.#byRollKey.get(rollKey)?.device ?? null) : rollKey
  }

  /** The seat of an entry; null: none was given yet. */
  seatOf({ rollKey }: Entry): Seat | null {
    return this.#seats.get(rollKey) ?? null
  }

  /** Does the seat belong to somebody on this list, or a former one, and not to a device? */
  isListed = (seat: Seat): boolean => this.#rollKeys.has(seat)
}
