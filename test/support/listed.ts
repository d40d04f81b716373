import type { House } from './house.ts'

/** A phone whose owner typed this key of the list: its pass and its seat. */
export async function aListed(house: House, key: string) {
  const found = house.joining.visitor(`phone of ${key}`, house.hall.meeting.code)
  if (!found.ok) throw new Error(found.refusal.code)
  const visitor = found.value
  await house.meetings.setPresence(house.id, { need: 'any', proofs: [], fence: null, networks: [] })
  await house.rosters.claim(visitor, key)
  const entered = await house.joining.enter(visitor, { scanned: null, address: '' })
  if (!entered.ok) throw new Error(entered.refusal.code)
  const { me } = await house.joining.snapshot(visitor, entered.value)
  const seat = me.seats[0]
  const pass = house.joining.readPass(me.pass ?? '')
  if (seat === undefined || !pass) throw new Error(`${key} is not on the list`)
  return { visitor, pass, seat }
}
