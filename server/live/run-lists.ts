import { nothingSchema } from '../../shared/wire/fields.ts'
import { makeCodesSchema, passwordSchema, withdrawSchema } from '../../shared/wire/lists.ts'
import { entrySchema } from '../../shared/wire/roster.ts'
import { ok } from '../../shared/result.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Who may vote by code, password or list: what the desk does. */
export function runLists(run: Run, { doors, helping, rosters }: Gateway): void {
  run('door:make', makeCodesSchema, (id, { count }) => doors.makeCodes(id, count))
  run('helper:link', nothingSchema, (id) => helping.renewLink(id))
  run('password:set', passwordSchema, (id, { password }) => doors.setPassword(id, password))
  run('people:list', nothingSchema, async (id) => ok({ people: await doors.admitted(id) }))
  run('people:withdraw', withdrawSchema, (id, { seat, withdrawn }) =>
    doors.withdraw(id, seat, withdrawn),
  )
  run('roster:list', nothingSchema, async (id) => ok({ entries: rosters.entries(id) }))
  run('roster:remove', nothingSchema, (id) => rosters.remove(id))
  run('roster:release', entrySchema, (id, { number }) => rosters.release(id, number))
}
