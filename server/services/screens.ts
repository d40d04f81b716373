import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { MAIN_SCREEN, MOST_SCREENS, newScreen } from '../domain/screens.ts'
import type { Ports } from '../ports.ts'
import type { ScreenRow } from '../rows.ts'
import type { Agenda } from './agenda.ts'

/** Which big screens a meeting has, what each shows and how it looks (L19). */
export interface Screens {
  add(id: MeetingId): Promise<Result<{ screenId: string }>>
  write(id: MeetingId, screen: ScreenRow): Promise<Result<null>>
  /** Never the first one. */
  remove(id: MeetingId, screenId: string): Promise<Result<null>>
}

export function createScreens({
  agenda,
  dice,
  bus,
}: Pick<Ports, 'dice' | 'bus'> & { agenda: Agenda }): Screens {
  function keep(id: MeetingId, screens: readonly ScreenRow[]): Promise<void> {
    return agenda.saveMeeting(agenda.hall(id), { screens })
  }

  return {
    add: (id) =>
      agenda.inTurn(id, async () => {
        const { screens } = agenda.hall(id).meeting
        if (screens.length >= MOST_SCREENS) return refuse('screen/too-many', { most: MOST_SCREENS })
        const screenId = dice.id()
        await keep(id, [...screens, newScreen(screenId)])
        bus.desk(id)
        return ok({ screenId })
      }),
    write: (id, screen) =>
      agenda.inTurn(id, async () => {
        const { screens } = agenda.hall(id).meeting
        if (!screens.some((each) => each.id === screen.id)) return refuse('screen/unknown')
        await keep(
          id,
          screens.map((each) => (each.id === screen.id ? screen : each)),
        )
        bus.screens(id, screen.id)
        bus.desk(id)
        return ok(null)
      }),
    remove: (id, screenId) =>
      agenda.inTurn(id, async () => {
        const { screens } = agenda.hall(id).meeting
        const left = screens.filter((each) => each.id !== screenId || each.id === MAIN_SCREEN)
        if (left.length === screens.length) return refuse('screen/unknown')
        await keep(id, left)
        bus.screenGone(id, screenId)
        bus.desk(id)
        return ok(null)
      }),
  }
}
