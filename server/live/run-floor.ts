import { nothingSchema } from '../../shared/wire/fields.ts'
import { floorMarkSchema, floorRuleSchema, floorStageSchema } from '../../shared/wire/floor.ts'
import { ok } from '../../shared/result.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Questions from the floor: what the desk does with them. */
export function runFloor(run: Run, { floor }: Gateway): void {
  run('floor:rule', floorRuleSchema, (id, rule) => floor.rule(id, rule))
  run('floor:queue', nothingSchema, async (id) => ok({ questions: floor.queue(id) }))
  run('floor:mark', floorMarkSchema, (id, { id: questionId, state }) =>
    floor.mark(id, questionId, state),
  )
  run('floor:stage', floorStageSchema, (id, stage) => floor.stage(id, stage))
}
