import type { Kysely, Selectable } from 'kysely'
import type { MeetingId } from '../../shared/ids.ts'
import type { Store } from '../ports.ts'
import type { AccountRow, ActRow } from '../rows.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Accounts = Pick<
  Store,
  | 'accounts'
  | 'addAccount'
  | 'saveAccount'
  | 'removeAccount'
  | 'session'
  | 'saveSession'
  | 'removeSession'
  | 'removeSessions'
  | 'addInvitation'
  | 'spendInvitation'
  | 'invited'
  | 'addAct'
  | 'acts'
>

/** Who runs meetings, from which browsers, and what they did. */
export function createAccounts(tables: Kysely<Tables>): Accounts {
  return {
    async accounts() {
      const rows = await tables.selectFrom('account').selectAll().orderBy('number').execute()
      return rows.map(readAccount)
    },
    addAccount: (row) =>
      inTurn(tables, 'account', async (step) => {
        const last = await step
          .selectFrom('account')
          .select(({ fn }) => fn.max('number').as('number'))
          .executeTakeFirst()
        const number = Number(last?.number ?? 0) + 1
        await step
          .insertInto('account')
          .values(written({ ...row, number }))
          .execute()
        return number
      }),
    async saveAccount(row) {
      const { number, ...values } = written(row)
      await tables.updateTable('account').set(values).where('number', '=', number).execute()
    },
    removeAccount: (number) =>
      tables.transaction().execute(async (step) => {
        await step.deleteFrom('session').where('account', '=', number).execute()
        await step.deleteFrom('invitation').where('account', '=', number).execute()
        await step
          .updateTable('account')
          .set({ removed: 1, login: null, password: null })
          .where('number', '=', number)
          .execute()
      }),
    async session(deviceKey) {
      const row = await tables
        .selectFrom('session')
        .selectAll()
        .where('device_key', '=', deviceKey)
        .executeTakeFirst()
      return row ? { deviceKey, account: row.account, until: Number(row.until) } : null
    },
    async saveSession({ deviceKey, account, until }) {
      await tables
        .insertInto('session')
        .values({ device_key: deviceKey, account, until })
        .onConflict((conflict) => conflict.column('device_key').doUpdateSet({ account, until }))
        .execute()
    },
    async removeSession(deviceKey) {
      await tables.deleteFrom('session').where('device_key', '=', deviceKey).execute()
    },
    async removeSessions(account, but) {
      await tables
        .deleteFrom('session')
        .where('account', '=', account)
        .where('device_key', '!=', but)
        .execute()
    },
    async addInvitation(token_hash, account, until) {
      await tables.transaction().execute(async (step) => {
        // One at a time: a new link makes the old one worthless.
        await step.deleteFrom('invitation').where('account', '=', account).execute()
        await step.insertInto('invitation').values({ token_hash, account, until }).execute()
      })
    },
    async spendInvitation(tokenHash, now) {
      const spent = await tables
        .deleteFrom('invitation')
        .where('token_hash', '=', tokenHash)
        .returning(['account', 'until'])
        .executeTakeFirst()
      return spent && Number(spent.until) > now ? spent.account : null
    },
    async invited(now) {
      const rows = await tables
        .selectFrom('invitation')
        .select('account')
        .where('until', '>', now)
        .execute()
      return rows.map(({ account }) => account)
    },
    addAct: ({ meetingId: meeting, ...row }) =>
      inTurn(tables, 'act', async (step) => {
        const last = await step
          .selectFrom('act')
          .select(({ fn }) => fn.max('number').as('number'))
          .executeTakeFirst()
        const number = Number(last?.number ?? 0) + 1
        await step
          .insertInto('act')
          .values({ ...row, meeting, number })
          .execute()
      }),
    async acts(meetingId, most) {
      const rows = await tables
        .selectFrom('act')
        .selectAll()
        .where('meeting', '=', meetingId)
        .orderBy('number', 'desc')
        .limit(most)
        .execute()
      return rows.map(readAct)
    },
  }
}

function written({ removed, ...row }: AccountRow): Selectable<Tables['account']> {
  return { ...row, removed: removed ? 1 : 0 }
}

function readAccount(row: Selectable<Tables['account']>): AccountRow {
  const role = row.role === 'owner' ? 'owner' : 'facilitator'
  return { ...row, role, since: Number(row.since), removed: row.removed === 1 }
}

function readAct({ meeting, at, account, deed, about }: Selectable<Tables['act']>): ActRow {
  return { meetingId: meeting as MeetingId, at: Number(at), account, deed, about }
}
