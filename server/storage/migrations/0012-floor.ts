import { byStatements } from './step.ts'

/** Questions from the floor, and which seats want to hear about them: keyed hashes, one for each question. */
export const up = byStatements(({ integer, withoutRowid }) => [
  `create table floor (
    vote text not null, id text not null, number ${integer} not null, text text not null,
    state text not null, primary key (vote, id)) ${withoutRowid}`,
  `create table floor_vote (
    vote text not null, id text not null, voter text not null,
    primary key (vote, id, voter)) ${withoutRowid}`,
])
