import {
  circle,
  control,
  divIcon,
  latLng,
  latLngBounds,
  layerGroup,
  map as createMap,
  marker,
  polygon,
  polyline,
  tileLayer,
  type FitBoundsOptions,
  type LatLng,
  type LatLngBounds,
  type Marker,
} from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { RADIUS_LIMITS, type Spot } from '../../../../shared/presence.ts'
import type { FenceDraft } from './fence-draft.svelte.ts'

/** Metres of one degree of latitude. */
const DEGREE = 111_320
/** Pixels: the buttons in the corner must not lie on a corner of the area. */
const ROOM: FitBoundsOptions = { paddingTopLeft: [56, 24], paddingBottomRight: [24, 24] }
/** Where a map begins that has tiles and no place yet: all of Seoul. */
const START = { middle: latLng(37.5665, 126.978), zoom: 11 }
const CLOSEST = 18
/** Pixels between two lines of the grid, at least. */
const LEAST_GAP = 48

/** Whose pictures lie under the fence; null: a grid of metres, and nobody is asked for any. */
export interface Tiles {
  address: string
  credit: string
}

interface Wishes {
  draft: FenceDraft
  tiles: Tiles | null
  names: { zoomIn: string; zoomOut: string }
  onchoose: (corner: number) => void
}

const degreesEast = (metres: number, latitude: number) =>
  metres / (DEGREE * Math.cos((latitude * Math.PI) / 180))
const spotOf = ({ lat, lng }: LatLng): Spot => ({ latitude: lat, longitude: lng })
const pointOf = ({ latitude, longitude }: Spot): LatLng => latLng(latitude, longitude)

/** A map on which a fence is drawn and dragged; everything it does the number fields do too. */
export function createFenceMap(element: HTMLElement, { draft, tiles, names, onchoose }: Wishes) {
  const map = createMap(element, {
    attributionControl: false,
    zoomControl: false,
    maxZoom: 20,
    zoomSnap: 0.5,
  })
  control.zoom({ zoomInTitle: names.zoomIn, zoomOutTitle: names.zoomOut }).addTo(map)
  control.scale({ imperial: false }).addTo(map)
  map.setView(START.middle, START.zoom)

  const grid = layerGroup().addTo(map)
  if (tiles) {
    control.attribution({ prefix: false }).addTo(map)
    tileLayer(tiles.address, {
      attribution: escaped(tiles.credit),
      maxZoom: 20,
      // Makers of maps ask who uses them; our pages else name themselves to nobody.
      referrerPolicy: 'origin',
    }).addTo(map)
  } else map.on('moveend', drawGrid)

  const shape = {
    grace: circle(START.middle, { className: 'grace', interactive: false, radius: 1 }),
    circle: circle(START.middle, { className: 'fence', interactive: false, radius: 1 }),
    area: polygon([], { className: 'fence', interactive: false }),
  }
  const middle = aHandle('', (spot) => draft.put(spot))
  const edge = aHandle('edge', (spot) => {
    const { least, most } = RADIUS_LIMITS
    const metres = Math.round(map.distance(middle.getLatLng(), pointOf(spot)))
    draft.setRadius(String(Math.min(most, Math.max(least, metres))))
  })
  const corners: Marker[] = []
  let isFitted = false
  map.on('click', ({ latlng }) => draft.put(spotOf(latlng)))

  function aHandle(look: string, move: (spot: Spot) => void, label = ''): Marker {
    const icon = divIcon({ className: `handle ${look}`, html: label, iconSize: [28, 28] })
    const handle = marker([0, 0], { icon, draggable: true, keyboard: false })
    return handle.on('drag', () => move(spotOf(handle.getLatLng().wrap())))
  }

  /** A handle under a finger is where the finger is. */
  function place(handle: Marker, at: LatLng): void {
    if (!handle.getElement()?.classList.contains('leaflet-drag-target')) handle.setLatLng(at)
    handle.addTo(map)
  }

  function drawCircle(): LatLngBounds | null {
    for (const corner of corners.splice(0)) corner.remove()
    shape.area.remove()
    const { value } = draft
    if (value?.type !== 'circle') {
      for (const layer of [shape.circle, shape.grace, middle, edge]) layer.remove()
      return null
    }
    const at = pointOf(value)
    shape.grace.setLatLng(at).setRadius(value.radius + value.grace)
    shape.circle.setLatLng(at).setRadius(value.radius)
    shape.grace.addTo(map)
    shape.circle.addTo(map)
    place(middle, at)
    place(edge, latLng(at.lat, at.lng + degreesEast(value.radius, at.lat)))
    return at.toBounds((value.radius + value.grace) * 2)
  }

  function drawArea(): LatLngBounds | null {
    for (const layer of [shape.circle, shape.grace, middle, edge]) layer.remove()
    const { spots } = draft
    while (corners.length > spots.length) corners.pop()?.remove()
    for (const [at, spot] of spots.entries()) {
      corners[at] ??= aHandle('', (moved) => draft.moveCorner(at, moved), String(at + 1)).on(
        'click',
        () => onchoose(at),
      )
      if (spot) place(corners[at], pointOf(spot))
      else corners[at].remove()
    }
    const points = spots.filter((spot) => spot !== null).map(pointOf)
    shape.area.setLatLngs(points).addTo(map)
    return points.length > 0 ? latLngBounds(points) : null
  }

  /** Lines at round metres, counted from the fence. */
  function drawGrid(): void {
    grid.clearLayers()
    const bounds = map.getBounds().pad(0.1)
    const { lat, lng } =
      draft.shape === 'circle' ? middle.getLatLng() : (originOf() ?? bounds.getCenter())
    const across = map.distance(bounds.getNorthWest(), bounds.getNorthEast())
    const step = roundMetres((across / map.getSize().x) * LEAST_GAP)
    const [north, east] = [step / DEGREE, degreesEast(step, lat)]
    const line = (points: [LatLng, LatLng]) =>
      polyline(points, { className: 'grid', interactive: false }).addTo(grid)
    const [south, top, west, right] = [
      Math.ceil((bounds.getSouth() - lat) / north),
      Math.floor((bounds.getNorth() - lat) / north),
      Math.ceil((bounds.getWest() - lng) / east),
      Math.floor((bounds.getEast() - lng) / east),
    ]
    for (let row = south; row <= top; row += 1)
      line([
        latLng(lat + row * north, bounds.getWest()),
        latLng(lat + row * north, bounds.getEast()),
      ])
    for (let column = west; column <= right; column += 1)
      line([
        latLng(bounds.getSouth(), lng + column * east),
        latLng(bounds.getNorth(), lng + column * east),
      ])
  }

  const originOf = () => corners.find((corner) => map.hasLayer(corner))?.getLatLng()

  return {
    /** Shows the draft as it stands, and moves there where it is out of sight. */
    draw(): void {
      const bounds = draft.shape === 'circle' ? drawCircle() : drawArea()
      const isDragging = element.querySelector('.leaflet-drag-target') !== null
      const isInSight = isFitted && bounds !== null && map.getBounds().intersects(bounds)
      if (bounds) isFitted = true
      if (bounds && !isDragging && !isInSight)
        map.fitBounds(bounds, { maxZoom: CLOSEST, animate: false, ...ROOM })
      else if (!tiles) drawGrid()
    },
    remove: () => map.remove(),
  }
}

/** 1, 2 or 5 with zeros behind, not less than `metres`. */
function roundMetres(metres: number): number {
  const whole = 10 ** Math.floor(Math.log10(Math.max(1, metres)))
  return [1, 2, 5, 10].map((by) => by * whole).find((round) => round >= metres) ?? whole * 10
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
