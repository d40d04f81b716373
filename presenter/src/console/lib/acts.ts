import type { Act } from '../../../../shared/wire/team.ts'
import { t } from '../../lib/speech.ts'

/** How a deed is said; what the server notes and no sentence knows is said as its name. */
const SAID: Record<string, Parameters<typeof t>[0]> = {
  'question:open': 'actOpened',
  'question:close': 'actClosed',
  'question:reveal': 'actRevealed',
  'count:stop': 'actCountStopped',
  'question:remove': 'actRemoved',
  'question:reopen': 'actReopened',
  'question:again': 'actAgain',
  'stage:show': 'actShown',
  'hand:count': 'actHand',
  'texts:show': 'actTexts',
  'texts:undo': 'actTexts',
  'ballots:audit': 'actAudited',
  'timer:extend': 'actExtended',
  'timer:remove': 'actUntimed',
  'meeting:name': 'actNamed',
  'presence:rule': 'actRule',
  'helper:link': 'actHelper',
  'password:set': 'actPassword',
  'door:make': 'actDoorCodes',
  'agenda:add': 'actImported',
  'roster:set': 'actRoster',
  'roster:remove': 'actRosterRemoved',
  'roster:release': 'actReleased',
}

export function actText({ deed, about }: Act): string {
  if (deed === 'arrival:decide')
    return t(about.startsWith('+') ? 'actAdmitted' : 'actTurnedAway', { number: about.slice(1) })
  if (deed === 'doors:lock') return t(about === '+' ? 'actLocked' : 'actUnlocked')
  if (deed === 'floor:rule') return t(about === '+' ? 'actFloorOn' : 'actFloorOff')
  if (deed === 'people:withdraw')
    return t(about.startsWith('+') ? 'actReadmitted' : 'actWithdrawn', { number: about.slice(1) })
  const said = SAID[deed]
  return said ? t(said, { about }) : deed
}
