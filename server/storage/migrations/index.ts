import type { Migration } from 'kysely'
import * as start from './0001-start.ts'
import * as meetingBody from './0002-meeting-body.ts'
import * as accounts from './0005-accounts.ts'

/** Every change of the tables, in the order of their names; each made for both engines (step.ts). */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-meeting-body': meetingBody,
  '0005-accounts': accounts,
}
