import { LARGEST_MESSAGE } from '../../shared/wire/version.ts'
import type { Random } from './random.ts'

/** 24 kinds of frames that no page sends; `good` is a cast that would be kept. */
export const KINDS: readonly ((good: string, random: Random) => string | Uint8Array)[] = [
  () => '42',
  () => '42[]',
  () => '42[null]',
  () => '42[5,{}]',
  () => '42["ballot:cast"]',
  () => '42["ballot:cast",null]',
  () => '420["ballot:cast"]',
  () => '421["ballot:cast",null,null,null]',
  () => '422["meeting:enter",[]]',
  () => '423["__proto__",{"x":1}]',
  () => '424["constructor",{}]',
  () => '425["disconnect",{}]',
  () => '426["connect_error",{}]',
  (_, random) => Uint8Array.from({ length: 64 }, () => random.below(256)),
  () => '451-["ballot:cast",{"_placeholder":true,"num":0}]',
  () => '4299999999999999999999["meeting:enter",{}]',
  () => '40/admin,',
  () => '9',
  () => '',
  () => `427["ballot:cast",${'['.repeat(5000)}${']'.repeat(5000)}]`,
  (_, random) => `428["ballot:cast","${'x'.repeat(LARGEST_MESSAGE + random.below(9))}"]`,
  (good) => `429["ballot:cast",${good.replace('{', '{"__proto__":{"admin":true},')}]`,
  (good) => `4210["ballot:cast",${good.replace(/"seat":\d+/, '"seat":1e999')}]`,
  () => '430[{"ok":true}]',
]

const HOSTILE: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e21, 2 ** 53, '', ' ', '\u0000', '\ud800', 'constructor'],
  ...[[], {}, [[]], { toString: 1 }, { length: -1 }, { $ne: null }, "' or 1=1 --", '9'.repeat(400)],
]

/** One well-formed message with something wrong in it, as a frame. */
export function mutated(event: string, message: object, random: Random): string {
  const copy = JSON.parse(JSON.stringify(message)) as Record<string, unknown>
  const at = random.pick([...placesIn(copy), { held: copy, key: 'extra' }])
  const kind = random.below(4)
  if (kind === 0) at.held[at.key] = random.pick(HOSTILE)
  else if (kind === 1) Reflect.deleteProperty(at.held, at.key)
  else if (kind === 2) at.held[`${at.key}${random.below(9)}`] = random.pick(HOSTILE)
  const text = JSON.stringify([event, copy])
  const ack = random.below(3) === 0 ? '' : `${random.below(1000)}`
  return `42${ack}${kind === 3 ? damaged(text, random) : text}`
}

interface Place {
  held: Record<string, unknown>
  key: string
}

function placesIn(value: Record<string, unknown>): Place[] {
  return Object.entries(value).flatMap(([key, held]) => [
    { held: value, key },
    ...(held !== null && typeof held === 'object' ? placesIn(held as Record<string, unknown>) : []),
  ])
}

function damaged(text: string, random: Random): string {
  const place = random.below(text.length)
  const letter = String.fromCharCode(random.below(128))
  return random.below(2) === 0
    ? text.slice(0, place)
    : text.slice(0, place) + letter + text.slice(place + 1)
}
