import { ok } from '../../shared/result.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import { arrivalSchema, lockSchema, presenceSchema } from '../../shared/wire/presence.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Who may vote: what the desk decides. */
export function runAdmission(run: Run, { meetings, joining, networkOf }: Gateway): void {
  run('presence:rule', presenceSchema, (id, rule) => meetings.setPresence(id, rule))
  run('presence:network', nothingSchema, async (_, __, { address }) =>
    ok({ network: networkOf(address) }),
  )
  run('doors:lock', lockSchema, (id, { locked }) => meetings.lock(id, locked))
  run('arrival:decide', arrivalSchema, (id, { number, admit, entry }) =>
    joining.decide(id, number, admit, entry),
  )
}
