import { onTestFinished } from 'vitest'
import { LocalServer } from '../../scripts/crowd/server.ts'

/** The built server on a free port and a new data folder; both are gone when the test is over. */
export async function aServer(environment: Record<string, string> = {}): Promise<LocalServer> {
  const server = await LocalServer.start(environment)
  onTestFinished(() => server.stop())
  return server
}
