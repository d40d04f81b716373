import type { OptionId } from '../../ids.ts'
import { costOf, type Cap, type GreedyRule, type Project } from './greedy-rule.ts'

/** What keeps a project from being chosen, with the numbers: money is in the unit of the costs. */
export type Obstacle =
  | { code: 'conflict'; with: OptionId }
  /** `left` of the cap; `short`: what is missing there. */
  | { code: 'cap'; cap: Cap; left: number; short: number }
  | { code: 'too-dear'; left: number; short: number }

/** The money and what it bought so far. */
export interface Ledger {
  readonly left: number
  /** Rules first, then money: what the rules forbid is passed over, what costs too much may end it all. */
  obstacle(project: Project, isCapped: boolean): Obstacle | null
  buy(project: Project): void
  /** Could these be bought together, so that their order changes nothing? */
  holds(projects: readonly Project[], isCapped: boolean): boolean
}

/** A purse of `left` in which nothing is spent yet; the third argument is what a copy starts with. */
export function createLedger(
  rule: Pick<GreedyRule, 'budget' | 'conflicts' | 'caps'>,
  spent = { left: rule.budget, chosen: new Set<OptionId>(), caps: rule.caps.map(() => 0) },
): Ledger {
  const { conflicts, caps } = rule

  function conflictOf({ id }: Project): Obstacle | null {
    for (const set of conflicts) {
      const other = set.includes(id) && set.find((each) => each !== id && spent.chosen.has(each))
      if (other) return { code: 'conflict', with: other }
    }
    return null
  }

  function capOf(project: Project): Obstacle | null {
    for (const [at, cap] of caps.entries()) {
      const left = cap.most - spent.caps[at]!
      const short = costOf(project) - left
      if (isUnder(cap, project) && short > 0) return { code: 'cap', cap, left, short }
    }
    return null
  }

  const ledger: Ledger = {
    get left() {
      return spent.left
    },
    obstacle(project, isCapped) {
      const short = costOf(project) - spent.left
      const forbidden = conflictOf(project) ?? (isCapped ? capOf(project) : null)
      return forbidden ?? (short > 0 ? { code: 'too-dear', left: spent.left, short } : null)
    },
    buy(project) {
      spent.left -= costOf(project)
      spent.chosen.add(project.id)
      for (const [at, cap] of caps.entries())
        if (isUnder(cap, project)) spent.caps[at]! += costOf(project)
    },
    holds(projects, isCapped) {
      const { left, chosen, caps: under } = spent
      const trial = createLedger(rule, { left, chosen: new Set(chosen), caps: [...under] })
      return projects.every((project) => {
        if (trial.obstacle(project, isCapped)) return false
        trial.buy(project)
        return true
      })
    },
  }
  return ledger
}

function isUnder({ of, name }: Cap, { categories = [], district }: Project): boolean {
  return of === 'category' ? categories.includes(name) : district === name
}
