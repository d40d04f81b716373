import { byStatements } from './step.ts'

/** Door codes, and admissions that were taken back. */
export const up = byStatements(({ integer, withoutRowid }) => [
  `create table door_code (
    vote text not null, number ${integer} not null, hash text not null, spent_by text,
    primary key (vote, number), unique (vote, hash)) ${withoutRowid}`,
  `create table withdrawal (
    vote text not null, voter_key text not null,
    primary key (vote, voter_key)) ${withoutRowid}`,
])
