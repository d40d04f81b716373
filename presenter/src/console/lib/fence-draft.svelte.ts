import {
  CORNER_LIMITS,
  DEFAULT_GRACE,
  DEFAULT_RADIUS,
  type Fence,
  type Spot,
} from '../../../../shared/presence.ts'

/** Degrees as they are typed: half of a number is no number yet. */
export interface TypedSpot {
  latitude: string
  longitude: string
}

const NOWHERE: TypedSpot = { latitude: '', longitude: '' }

/** Six decimals are a tenth of a metre. */
const typedOf = ({ latitude, longitude }: Spot): TypedSpot => ({
  latitude: String(Number(latitude.toFixed(6))),
  longitude: String(Number(longitude.toFixed(6))),
})

/** A place being drawn or typed; whether it makes a fence is the server's to say. */
export class FenceDraft {
  #shape = $state<Fence['type']>('circle')
  #middle = $state.raw(NOWHERE)
  #radius = $state(String(DEFAULT_RADIUS))
  #corners = $state.raw<readonly TypedSpot[]>([])
  onchange: () => void = () => undefined

  get shape(): Fence['type'] {
    return this.#shape
  }
  get middle(): TypedSpot {
    return this.#middle
  }
  get radius(): string {
    return this.#radius
  }
  get corners(): readonly TypedSpot[] {
    return this.#corners
  }
  get isFull(): boolean {
    return this.#corners.length >= CORNER_LIMITS.most
  }

  /** The fence, as far as numbers make one; null: something is still missing. */
  get value(): Fence | null {
    const middle = spotOf(this.#middle)
    const radius = numberOf(this.#radius)
    if (this.#shape === 'circle')
      return middle && radius !== null
        ? { type: 'circle', ...middle, radius, grace: DEFAULT_GRACE }
        : null
    const corners = this.spots
    const isWhole = corners.length >= CORNER_LIMITS.least && !corners.includes(null)
    return isWhole
      ? { type: 'area', corners: corners.filter((spot) => spot !== null), grace: DEFAULT_GRACE }
      : null
  }
  /** The corners as numbers; null where one is not typed to its end. */
  get spots(): (Spot | null)[] {
    return this.#corners.map(spotOf)
  }

  show(fence: Fence): void {
    this.#shape = fence.type
    if (fence.type === 'area') this.#corners = fence.corners.map(typedOf)
    else {
      this.#middle = typedOf(fence)
      this.#radius = String(fence.radius)
    }
  }

  choose(shape: Fence['type']): void {
    this.#shape = shape
    this.onchange()
  }

  setMiddle(part: Partial<TypedSpot>): void {
    this.#middle = { ...this.#middle, ...part }
    this.onchange()
  }

  setRadius(text: string): void {
    this.#radius = text
    this.onchange()
  }

  setCorner(place: number, part: Partial<TypedSpot>): void {
    this.#corners = this.#corners.map((old, at) => (at === place ? { ...old, ...part } : old))
    this.onchange()
  }

  addCorner(spot: Spot | null = null): void {
    if (this.isFull) return
    this.#corners = [...this.#corners, spot ? typedOf(spot) : NOWHERE]
    this.onchange()
  }

  removeCorner(place: number): void {
    this.#corners = this.#corners.filter((_, at) => at !== place)
    this.onchange()
  }

  /** Where a circle's middle or an area's next corner is. */
  put(spot: Spot): void {
    if (this.#shape === 'circle') this.setMiddle(typedOf(spot))
    else this.addCorner(spot)
  }

  moveCorner(place: number, spot: Spot): void {
    this.setCorner(place, typedOf(spot))
  }
}

function numberOf(text: string): number | null {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? null : number
}

function spotOf(typed: TypedSpot): Spot | null {
  const [latitude, longitude] = [numberOf(typed.latitude), numberOf(typed.longitude)]
  return latitude === null || longitude === null ? null : { latitude, longitude }
}
