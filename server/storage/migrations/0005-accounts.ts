import { byStatements } from './step.ts'

/** The year 2100: who had the desk before there were sessions keeps it. */
const WITHOUT_END = 4_102_444_800_000

/** Facilitators become accounts with sessions: who had the desk before has one account together. */
export const up = byStatements(({ integer }) => [
  `create table account (
    number ${integer} primary key, name text not null, role text not null, login text unique,
    password text, since ${integer} not null, removed ${integer} not null)`,
  `create table session (
    device_key text primary key, account ${integer} not null references account (number),
    until ${integer} not null)`,
  `create table invitation (
    token_hash text primary key, account ${integer} not null references account (number),
    until ${integer} not null)`,
  `create table act (
    number ${integer} primary key, meeting text not null, at ${integer} not null,
    account ${integer} not null, deed text not null, about text not null)`,
  `create index act_of_meeting on act (meeting, number)`,
  `insert into account (number, name, role, since, removed)
    select 1, '', 'owner', min(since), 0 from facilitator having count(*) > 0`,
  `insert into session (device_key, account, until)
    select device_key, 1, ${WITHOUT_END} from facilitator`,
  `drop table facilitator`,
])
