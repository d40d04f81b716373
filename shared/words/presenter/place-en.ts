import { detailIn, type Sentence } from '../index.ts'
import type { place as koPlace } from './place-ko.ts'

const n = detailIn('en')

export const place = {
  fenceShape: 'Shape of the place',
  fenceCircle: 'Circle',
  fenceCircleText: 'One spot and a radius',
  fenceArea: 'Area',
  fenceAreaText: 'Drawn from corner to corner',
  map: 'Map of the place',
  mapCircle:
    'Drag the dot in the middle to move the place, the one on the edge to change the radius. The dashes are the margin for positions that are off.',
  mapArea:
    'Tap the map to add a corner, drag to move it, tap it to delete it. Draw wider than the walls.',
  mapLater: 'Set one spot, and the drawing appears here.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  addCorner: 'Add a corner',
  cornerHere: 'Corner at my position',
  cornerLatitude: ({ place }) => `Latitude of corner ${n(place)}`,
  cornerLongitude: ({ place }) => `Longitude of corner ${n(place)}`,
  removeCorner: ({ place }) => `Delete corner ${n(place)}`,

  proofNetwork: 'Venue’s network',
  proofNetworkText: 'Phones on the venue’s Wi-Fi get in at once. Addresses are never kept.',
  networks: 'Networks of the venue, one on each line',
  networksText:
    'People on mobile data use another check. Neighbours behind the same router get in too.',
  ownNetwork: 'Add this computer’s network',
  noOwnNetwork: 'This computer’s network is not known. Type it.',

  doors: 'Doors',
  doorsOpen: 'Open. Whoever passes the check comes in.',
  doorsLocked: 'Locked. The big screen shows no QR code, and newcomers get in only by your hand.',
  doorsShut: 'The doors are locked',
  doorsShutHow: 'The doors are locked. Latecomers, please ask the host.',
  lockDoors: 'Lock the doors',
  unlockDoors: 'Unlock the doors',

  actLocked: 'Locked the doors',
  actUnlocked: 'Unlocked the doors',

  foundSharp: 'exact position',
  foundRough: 'rough position',
  whyDenied: 'location not allowed',
  whyUnavailable: 'no position found',
  whyTimeout: 'position took too long',
  whyWrongCode: 'typed a wrong code',
  whyNetwork: 'another network',
  whyShut: 'came to locked doors',
  whyAgain: 'place in doubt for this question',

  electorateOpening: 'Only people here when it opens may vote',
  electorateOpeningText: 'Whoever comes in after the question opened may watch it.',
  fresh: 'Check the place again when it opens',
  freshText:
    'When the question opens, phones check their position once more before people vote. Positions are never kept.',
  entitledTurnout: ({ voted, entitled }) => `${n(voted)} of ${n(entitled)} entitled have voted`,
  ofEntitled: ({ count }) => `of ${n(count)} entitled`,
} satisfies Record<keyof typeof koPlace, Sentence>
