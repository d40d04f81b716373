import type { Marks } from '../../../shared/marks.ts'
import type { Stage } from '../../../shared/meeting.ts'
import type { Admission } from '../../../shared/presence.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { PhoneSnapshot } from '../../../shared/wire/events.ts'
import type { Phone } from './phone.svelte.ts'

export type Screen =
  | { name: 'enter'; refusal: Refusal | null }
  | { name: 'refused'; refusal: Refusal }
  | { name: 'replaced'; phone: Phone }
  | { name: 'connecting' }
  | { name: 'waiting' }
  | {
      name: 'join'
      phone: Phone
      snapshot: PhoneSnapshot
      admission: Extract<Admission, { state: 'waiting' }>
    }
  | {
      name: 'fresh'
      phone: Phone
      stage: Stage
      admission: Extract<Admission, { state: 'waiting' }>
    }
  | { name: 'unsent'; stage: Stage; marks: Marks }
  | { name: 'ballot' | 'watch' | 'receipt'; phone: Phone; stage: Stage }
  | AfterScreen

/** Each is one component: see screens/after.ts. */
interface AfterScreen {
  name: 'seats' | 'told' | 'elsewhere' | 'sealed' | 'result'
  phone: Phone
  stage: Stage
}

/** The one screen that this moment asks for. */
export function screenOf(phone: Phone | null): Screen {
  if (!phone) return { name: 'enter', refusal: null }
  const { refusal, snapshot, view, connection } = phone.live
  if (connection === 'replaced') return { name: 'replaced', phone }
  if (refusal && isAboutCode(refusal)) return { name: 'enter', refusal }
  if (refusal) return { name: 'refused', refusal }
  if (!snapshot || !view) return { name: 'connecting' }

  const { admission } = snapshot.me
  if (admission.state === 'waiting') return { name: 'join', phone, snapshot, admission }
  return view.stage ? stageScreen(phone, view.stage) : { name: 'waiting' }
}

function stageScreen(phone: Phone, stage: Stage): Screen {
  switch (stage.state) {
    case 'open':
    case 'closing':
      return openScreen(phone, stage)
    case 'closed':
    case 'sealed':
      return { name: 'sealed', phone, stage }
    case 'revealed':
      return { name: 'result', phone, stage }
  }
}

function openScreen(phone: Phone, stage: Stage): Screen {
  const { id } = stage.question
  if (!phone.mayVote(stage)) return { name: 'watch', phone, stage }
  const phase = phone.casting.phase(id)
  const fresh = phone.freshOf(stage)
  const isWriting = phase === 'counted' ? phone.isChanging(id) : phase !== 'asked'
  const { voices } = phone.live.snapshot?.me ?? {}
  if (fresh && (voices || isWriting)) return { name: 'fresh', phone, stage, admission: fresh }
  if (voices) return { name: 'seats', phone, stage }
  // What becomes known is said before anybody chooses: the ballot waits for those words.
  const ballot = stage.weights || stage.question.names === 'named' ? 'told' : 'ballot'
  switch (phase) {
    case 'asked':
      return { name: 'elsewhere', phone, stage }
    case 'unsent':
      return {
        name: 'unsent',
        stage,
        marks: phone.casting.held(id)?.message.answers[0]?.marks ?? [],
      }
    case 'counted':
      return { name: phone.isChanging(id) ? ballot : 'receipt', phone, stage }
    case 'none':
      return { name: ballot, phone, stage }
  }
}

/** Another code may be typed then. */
function isAboutCode({ code }: Refusal): boolean {
  return code === 'meeting/unknown' || code === 'code/too-many-tries'
}

type Named<Name extends Screen['name']> = Extract<Screen, { name: Name }>

/** Does this screen come with the words of the door? */
export function isAtDoor(screen: Screen): screen is Named<'join' | 'fresh' | 'watch'> {
  return ['join', 'fresh', 'watch'].includes(screen.name)
}

/** Is this screen one that follows a cast? */
export function isAfter(screen: Screen): screen is AfterScreen {
  return ['seats', 'told', 'elsewhere', 'sealed', 'result'].includes(screen.name)
}
