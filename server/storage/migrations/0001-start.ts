import { sql, type Kysely } from 'kysely'

/** Meetings and the ballot box. Tables without a rowid: a hidden one would keep the order of casting (T9). */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.transaction().execute(async (step) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(step)
  })
}

const STATEMENTS = [
  `create table meeting (
    id text primary key, code text not null unique, title text not null, presence text not null,
    current text, staged integer not null) without rowid`,
  `create table question (
    id text primary key, meeting text not null references meeting (id), place integer not null,
    body text not null) without rowid`,
  `create index question_of_meeting on question (meeting, place)`,
  `create table roll (
    vote text not null, seat integer not null, voter_key text not null,
    primary key (vote, seat), unique (vote, voter_key)) without rowid`,
  `create table arrival (
    vote text not null, voter_key text not null, number integer not null, proven text not null,
    asked integer not null, turned_away integer not null,
    primary key (vote, voter_key), unique (vote, number)) without rowid`,
  `create table facilitator (device_key text primary key, since integer not null) without rowid`,
  `create table box (
    number integer primary key, question_id text not null unique, state text not null,
    salt text not null, receipts text not null, size integer not null)`,
  `create table envelope (
    box integer not null references box (number), seat integer not null, rev integer not null,
    ballot_id text not null, sealed blob not null,
    primary key (box, seat)) without rowid`,
  `create table turnout (
    box integer not null references box (number), seat integer not null, rev integer not null,
    primary key (box, seat)) without rowid`,
  `create table ballot (
    box integer not null references box (number), leaf text not null, copy integer not null,
    body text not null, primary key (box, leaf, copy)) without rowid`,
]
