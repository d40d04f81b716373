import { readSet } from './elections.ts'

/** One instance of the set abc-approval: who approves of whom, and every committee that a rule gives, if it was asked. */
export interface AbcInstance {
  profile: number[][]
  candidates: number
  seats: number
  compute: { rule: string; isResolute: boolean; committees: number[][] }[]
}

const FIELDS = /^profile: ([\s\S]*)\nnum_cand: (\d+)\ncommitteesize: (\d+)\ncompute:\n([\s\S]*)$/m
const RULE = /- rule_id: (.+)\n {2}result:(.*(?:\n {4,}.*)*)\n {2}resolute: (true|false)/g

/** Reads exactly the shape that this set has: a YAML of four fields whose lists are those of JSON. */
export function readAbc(name: string): AbcInstance {
  const [, profile = '', candidates, seats, rules = ''] =
    FIELDS.exec(readSet('abc-approval', name)) ?? []
  return {
    profile: JSON.parse(profile) as number[][],
    candidates: Number(candidates),
    seats: Number(seats),
    compute: [...rules.matchAll(RULE)].map(([, rule = '', committees = '', resolute]) => ({
      rule,
      isResolute: resolute === 'true',
      committees: JSON.parse(committees.trim() || '[]') as number[][],
    })),
  }
}
