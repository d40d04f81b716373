import { arrivalSchema, presenceSchema } from '../../shared/wire/presence.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Who may vote: what the desk decides. */
export function runAdmission(run: Run, { meetings, joining }: Gateway): void {
  run('presence:rule', presenceSchema, (id, rule) => meetings.setPresence(id, rule))
  run('arrival:decide', arrivalSchema, (id, { number, admit }) => joining.decide(id, number, admit))
}
