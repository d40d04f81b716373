import { byStatements } from './step.ts'

/** Who holds whose voice, and how seats stand that were given for a holder's sake (D56). */
export const up = byStatements(({ integer, withoutRowid }) => [
  `alter table roster add column proxy ${integer}`,
  `create table proxied (
    vote text not null, voter_key text not null, absent ${integer} not null, stays text,
    primary key (vote, voter_key)) ${withoutRowid}`,
])
