import { detailIn, type Sentence } from '../index.ts'
import type { doorRefusals as koDoorRefusals } from './door-ko.ts'

const n = detailIn('en')

/** What may be refused to a phone that is not yet known to be here. */
export const doorRefusals = {
  'ballot/not-entitled': 'You came after this vote was proposed. You may watch this one.',
  'seat/withdrawn': 'The host has withdrawn your admission. Please ask the host.',
  'seat/voted-for': ({ name }) =>
    `${n(name)} voted for you as your proxy before you came. From the next question on you vote yourself.`,
  'place/odd': 'The position this phone gave cannot be used. Choose another way.',
  'place/too-old': 'This position is too old. Check again.',
  'place/not-asked': 'This meeting does not check positions.',
  'code/wrong': 'This code is wrong or has passed. Type the one on the big screen now.',
  'door/wrong': 'No such door code. Check the eight characters on your sticker.',
  'door/used': 'This door code was used on another device. If it is yours, show it to the host.',
  'roster/wrong': 'This is not on the list. Check the number or code you were given.',
  'roster/used': 'This was used on another device. If it is yours, tell the host.',
  'roster/on-phone':
    'This is in use on a phone. Vote there, or ask the host to release the device if it cannot be used.',
  'doors/locked': 'The doors are locked, so no new code is taken. Please ask the host.',
  'password/wrong': 'This is not the password. Check it and type it again.',
  'arrival/too-many': 'The waiting list is full. Choose another way, or ask again in a moment.',
  'arrival/turned-away': 'The host has just turned this phone away. Ask again in a minute.',
} satisfies Record<keyof typeof koDoorRefusals, Sentence>
