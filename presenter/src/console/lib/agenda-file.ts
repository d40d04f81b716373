import { call } from '../../../../shared/client/api.ts'
import { writeAgenda, type Prepared } from '../../../../shared/formats/agenda.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Imported } from '../../../../shared/wire/agenda.ts'
import type { Desk } from '../../../../shared/wire/events.ts'
import { saveJson } from './saved.ts'

/** By HTTP: a socket carries no file. */
export function sendQuestions(
  code: string,
  questions: readonly Prepared[],
): Promise<Result<Imported>> {
  return call<Imported>('POST', `/api/meetings/${code}/agenda`, { body: { questions } })
}

/** Gives this browser the agenda as a file. */
export function downloadAgenda({ title, code, agenda }: Desk): void {
  const text = writeAgenda(
    title,
    agenda.map(({ question }) => question),
  )
  saveJson(`agenda-${code}.json`, text)
}
