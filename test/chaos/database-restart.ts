import { pause } from '../../scripts/crowd/phone.ts'
import type { LocalPostgres } from '../support/postgres.ts'
import type { Verdict } from './chaos-test.ts'
import type { Random } from './random.ts'
import { aScene } from './scene.ts'
import { voteWhile } from './voting.ts'

/** PostgreSQL is stopped or crashed, and started again, while voters cast and change their votes. */
export async function restartDatabase(
  postgres: LocalPostgres,
  { voters, restarts, random }: { voters: number; restarts: number; random: Random },
): Promise<Verdict> {
  const scene = await aScene(voters, {}, { DATABASE_URL: await postgres.database() })
  try {
    const { pid } = scene.server.running
    const questionId = await scene.ask()
    await voteWhile(scene.phones, { questionId, random }, async () => {
      for (let restart = 0; restart < restarts; restart += 1) {
        await pause(400 + random.next() * 800)
        await postgres.halt(restart % 2 === 0 ? 'SIGINT' : 'SIGQUIT')
        await postgres.run()
      }
    })
    const problems = await scene.settle(questionId)
    if (!scene.server.isAlive || scene.server.running.pid !== pid)
      problems.push('the server did not live through it')
    const casts = scene.phones.flatMap((phone) => phone.casts)
    const resent = casts.filter(({ sentAt }) => sentAt.length > 1).length
    const figure = `${restarts} restarts, ${casts.length} casts, ${resent} sent again`
    return { tries: casts.length, problems, figure }
  } finally {
    await scene.end()
  }
}
