import { byStatements } from './step.ts'

/** Meetings and the ballot box. */
export const up = byStatements(({ withoutRowid, integer, bytes, numbered }) => [
  `create table meeting (
    id text primary key, code text not null unique, title text not null, presence text not null,
    current text, staged ${integer} not null) ${withoutRowid}`,
  `create table question (
    id text primary key, meeting text not null references meeting (id), place ${integer} not null,
    body text not null) ${withoutRowid}`,
  `create index question_of_meeting on question (meeting, place)`,
  `create table roll (
    vote text not null, seat ${integer} not null, voter_key text not null,
    primary key (vote, seat), unique (vote, voter_key)) ${withoutRowid}`,
  `create table arrival (
    vote text not null, voter_key text not null, number ${integer} not null, proven text not null,
    asked ${integer} not null, turned_away ${integer} not null,
    primary key (vote, voter_key), unique (vote, number)) ${withoutRowid}`,
  `create table facilitator (
    device_key text primary key, since ${integer} not null) ${withoutRowid}`,
  `create table box (
    number ${numbered} primary key, question_id text not null unique, state text not null,
    salt text not null, receipts text not null, size ${integer} not null)`,
  `create table envelope (
    box ${integer} not null references box (number), seat ${integer} not null,
    rev ${integer} not null, ballot_id text not null, sealed ${bytes} not null,
    primary key (box, seat)) ${withoutRowid}`,
  `create table turnout (
    box ${integer} not null references box (number), seat ${integer} not null,
    rev ${integer} not null, primary key (box, seat)) ${withoutRowid}`,
  `create table ballot (
    box ${integer} not null references box (number), leaf text not null, copy ${integer} not null,
    body text not null, primary key (box, leaf, copy)) ${withoutRowid}`,
])
