import type { Kysely } from 'kysely'
import { inOneStep, runAll } from './step.ts'

interface Before {
  meeting: {
    id: string
    code: string
    title: string
    presence: string
    current: string | null
    staged: number
    body: string
  }
}

/** A meeting is read and written whole, as its questions are: what it holds grows with every feature. */
export function up(database: Kysely<Before>): Promise<void> {
  return inOneStep(database, async (step) => {
    await runAll(step, () => [`alter table meeting add column body text not null default ''`])
    const rows = await step.selectFrom('meeting').selectAll().execute()
    for (const { id, code, title, presence, current, staged } of rows) {
      const held = { id, code, title, presence: JSON.parse(presence) as unknown, current }
      const body = JSON.stringify({ ...held, staged: staged === 1 })
      await step.updateTable('meeting').set({ body }).where('id', '=', id).execute()
    }
    await runAll(step, () =>
      ['title', 'presence', 'current', 'staged'].map(
        (column) => `alter table meeting drop column ${column}`,
      ),
    )
  })
}
