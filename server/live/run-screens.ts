import { nothingSchema } from '../../shared/wire/fields.ts'
import { screenIdSchema, screenSchema } from '../../shared/wire/screens.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Which screens there are, and what they show. */
export function runScreens(run: Run, { screens }: Gateway): void {
  run('screen:add', nothingSchema, (id) => screens.add(id))
  run('screen:write', screenSchema, (id, screen) => screens.write(id, screen))
  run('screen:remove', screenIdSchema, (id, { screenId }) => screens.remove(id, screenId))
}
