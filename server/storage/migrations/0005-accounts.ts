import { sql, type Kysely } from 'kysely'

/** Facilitators become accounts with sessions: who had the desk before has one account together. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.transaction().execute(async (step) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(step)
  })
}

/** The year 2100: sessions of before had no end. */
const STATEMENTS = [
  `create table account (
    number integer primary key, name text not null, role text not null, login text unique,
    password text, since bigint not null, removed integer not null)`,
  `create table session (
    device_key text primary key, account integer not null references account (number),
    until bigint not null)`,
  `create table invitation (
    token_hash text primary key, account integer not null references account (number),
    until bigint not null)`,
  `create table act (
    number integer primary key, meeting text not null, at bigint not null, account integer not null,
    deed text not null, about text not null)`,
  `create index act_of_meeting on act (meeting, number)`,
  `insert into account (number, name, role, since, removed)
    select 1, '', 'owner', min(since), 0 from facilitator having count(*) > 0`,
  `insert into session (device_key, account, until)
    select device_key, 1, 4102444800000 from facilitator`,
  `drop table facilitator`,
]
