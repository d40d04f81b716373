import { byStatements } from './step.ts'

/** Who is on a meeting's list; of keys the hash alone. */
export const up = byStatements(({ integer, withoutRowid }) => [
  `create table roster (
    vote text not null, number ${integer} not null, name text not null, key_hash text not null,
    device text, primary key (vote, number), unique (vote, key_hash)) ${withoutRowid}`,
])
