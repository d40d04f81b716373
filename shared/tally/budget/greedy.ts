import type { OptionId } from '../../ids.ts'
import type { Ballots } from '../election/election.ts'
import { byId } from '../highest.ts'
import { keysOf } from '../keys.ts'
import { inOrderOf } from '../lot.ts'
import type { Lot, Outcome, Tie } from '../terms.ts'
import { createLedger, type Ledger, type Obstacle } from './greedy-ledger.ts'
import { checkMoney, costOf, isNearlyPaid, type GreedyRule, type Project } from './greedy-rule.ts'

export type { Cap, GreedyRule, Project } from './greedy-rule.ts'

/** Why a project won or lost; money is in the unit of the costs. */
export type GreedyReason =
  /** `left`: before it was bought. */
  | { code: 'chosen'; left: number }
  /** It cost more than was left by `over`, and so much of it was there that it was chosen as the last. */
  | { code: 'chosen-over'; left: number; over: number }
  | { code: 'chosen-leftover'; left: number }
  | Obstacle
  | { code: 'below-threshold'; threshold: number }
  | { code: 'unwanted' }
  | { code: 'withdrawn' }
  /** The count had ended at that project, which cost more than was left. */
  | { code: 'after-stop'; at: OptionId }
  /** As many votes and as dear as those, not all of them can win, and no lot was drawn. */
  | { code: 'tied'; with: readonly OptionId[] }
  /** Behind such a tie. */
  | { code: 'undecided' }

/** A project in the order in which the count came to it, from the highest key. */
export interface GreedyLine {
  id: OptionId
  key: number
  reason: GreedyReason
}

export interface Greedy extends Outcome {
  /** What the winners cost together, and what that leaves of the budget: below nothing after `over`. */
  cost: number
  left: number
  lines: readonly GreedyLine[]
}

/**
 * Budgets by votes: projects from the highest key, each chosen if it still fits. Of equal keys the
 * cheaper comes first, then the lot decides. Where there is none and it matters, the count ends there:
 * winners are those before. A tie whose order changes nothing is none. Throws where budget, costs or
 * caps are no whole numbers from 0.
 */
export function greedy(
  rule: GreedyRule,
  projects: readonly Project[],
  ballots: Ballots,
  lot: Lot,
): Greedy {
  checkMoney(rule, projects)
  const list = inOrder(rule, { projects, ballots, lot })
  const reasons = new Map<OptionId, GreedyReason>()
  for (const ranked of list) {
    const why = whyNot(rule, ranked)
    if (why) reasons.set(ranked.project.id, why)
  }
  const groups = groupsOf(list.filter(({ project }) => !reasons.has(project.id)))
  const course: Course = {
    ...{ lot, reasons, winners: [], ties: [], isStuck: false },
    ledger: createLedger(rule),
  }
  walk(course, groups, { isCapped: true, misfit: rule.misfit })
  if (rule.spendsLeftover && !course.isStuck)
    walk(course, keptByCaps(groups, reasons), { isCapped: false, misfit: 'skip' })

  const { winners, ledger, isStuck } = course
  const ties = [...equalKeys(groups, winners), ...course.ties]
  return {
    state: isStuck ? 'tied' : winners.length > 0 ? 'decided' : 'none',
    winners,
    ties: ties.sort((a, b) => a.stage - b.stage || b.options.length - a.options.length),
    cost: rule.budget - ledger.left,
    left: ledger.left,
    lines: list.map(({ project: { id }, key }) => ({ id, key, reason: reasons.get(id)! })),
  }
}

interface Ranked {
  project: Project
  key: number
}

/** A count as it goes on. */
interface Course {
  lot: Lot
  reasons: Map<OptionId, GreedyReason>
  winners: OptionId[]
  ties: Tie[]
  ledger: Ledger
  /** A tie decides who wins, and nothing may break it. */
  isStuck: boolean
}

/** Projects that nothing but a lot tells apart: one key, one cost. `stage`: where they begin in the list. */
interface Group {
  stage: number
  key: number
  projects: readonly Project[]
}

function inOrder(
  { key }: GreedyRule,
  { projects, ballots, lot }: { projects: readonly Project[]; ballots: Ballots; lot: Lot },
): Ranked[] {
  const ids = projects.map(({ id }) => id)
  const keys = keysOf(key, ids, ballots)
  const drawn = inOrderOf(lot, ids) ?? [...ids].sort(byId)
  const places = new Map(drawn.map((id, place) => [id, place]))
  const place = ({ project }: Ranked) => places.get(project.id)!
  const cost = ({ project }: Ranked) => project.cost ?? 0
  return projects
    .map((project) => ({ project, key: keys.get(project.id)! }))
    .sort((a, b) => b.key - a.key || cost(a) - cost(b) || place(a) - place(b))
}

/** Why a project is not even looked at. */
function whyNot(rule: GreedyRule, { project, key }: Ranked): GreedyReason | null {
  if (project.withdrawn) return { code: 'withdrawn' }
  if (key <= 0 && !rule.takesUnwanted) return { code: 'unwanted' }
  return key < rule.threshold ? { code: 'below-threshold', threshold: rule.threshold } : null
}

function groupsOf(list: readonly Ranked[]): Group[] {
  const groups: (Group & { projects: Project[] })[] = []
  for (const [at, { project, key }] of list.entries()) {
    const last = groups.at(-1)
    if (last?.key === key && last.projects[0]!.cost === project.cost) last.projects.push(project)
    else groups.push({ stage: at + 1, key, projects: [project] })
  }
  return groups
}

/** Projects of one key and several costs, of which some were chosen and others not: told apart by these. */
function equalKeys(groups: readonly Group[], winners: readonly OptionId[]): Tie[] {
  return groups.flatMap((group, at): Tie[] => {
    if (groups[at - 1]?.key === group.key || groups[at + 1]?.key !== group.key) return []
    const equals = groups.filter(({ key }) => key === group.key)
    const options = equals.flatMap(({ projects }) => projects.map(({ id }) => id))
    const won = options.filter((id) => winners.includes(id)).length
    if (won === 0 || won === options.length) return []
    return [{ stage: group.stage, options, resolvedBy: 'rule' }]
  })
}

function keptByCaps(
  groups: readonly Group[],
  reasons: ReadonlyMap<OptionId, GreedyReason>,
): Group[] {
  return groups.map(({ projects, ...group }) => ({
    ...group,
    projects: projects.filter(({ id }) => reasons.get(id)?.code === 'cap'),
  }))
}

/** A way through the list: with the caps or, for the money that they left over, without. */
type Pass = Pick<GreedyRule, 'misfit'> & { isCapped: boolean }

function walk(course: Course, groups: readonly Group[], pass: Pass): void {
  const { isCapped, misfit } = pass
  const { reasons } = course
  let stoppedAt: OptionId | null = null
  for (const group of groups) {
    const tied = tiedIn(course, group, pass)
    for (const project of group.projects) {
      const { id } = project
      if (tied.includes(id))
        reasons.set(id, { code: 'tied', with: tied.filter((each) => each !== id) })
      else if (course.isStuck) reasons.set(id, { code: 'undecided' })
      else if (stoppedAt === null) {
        const reason = visit(course, project, pass)
        if (reason.code === 'chosen-over') stoppedAt = id
        if (reason.code === 'too-dear' && misfit !== 'skip') stoppedAt = id
        // What the caps left over changes nothing for those who get none of it.
        if (isCapped || reason.code === 'chosen-leftover') reasons.set(id, reason)
      } else if (isCapped) reasons.set(id, { code: 'after-stop', at: stoppedAt })
    }
  }
}

/**
 * The projects of a group whose order decides who wins where nothing may break the tie: then the count
 * ends here. A tie that the lot decides is named too.
 */
function tiedIn(course: Course, { stage, projects }: Group, pass: Pass): OptionId[] {
  const { isCapped, misfit } = pass
  const { lot, ledger, ties, isStuck } = course
  if (projects.length < 2) return []
  const contenders = projects.filter((project) => {
    const obstacle = ledger.obstacle(project, isCapped)
    return !obstacle || (obstacle.code === 'too-dear' && isNearlyPaid(misfit, project, ledger.left))
  })
  const isOpen = !isStuck && contenders.length > 1 && !ledger.holds(contenders, isCapped)
  if (!isOpen) return []
  const options = contenders.map(({ id }) => id)
  ties.push({ stage, options, resolvedBy: lot ? 'lot' : 'tied' })
  if (lot) return []
  course.isStuck = true
  return options
}

/** Takes the project if it may be taken, and says why or why not. */
function visit(
  { ledger, winners }: Course,
  project: Project,
  { isCapped, misfit }: Pass,
): GreedyReason {
  const { left } = ledger
  const obstacle = ledger.obstacle(project, isCapped)
  const isOver = obstacle?.code === 'too-dear' && isNearlyPaid(misfit, project, left)
  if (obstacle && !isOver) return obstacle
  ledger.buy(project)
  winners.push(project.id)
  if (isOver) return { code: 'chosen-over', left, over: costOf(project) - left }
  return { code: isCapped ? 'chosen' : 'chosen-leftover', left }
}
