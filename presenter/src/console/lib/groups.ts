import type { OptionId } from '../../../../shared/ids.ts'
import type { Of, Quota } from '../../../../shared/method.ts'
import type { Option, Question } from '../../../../shared/vote.ts'

/** Groups of options and how many of each belong on a ballot, while they are written. */

/** The paper of an approval question: all that groups are made of. */
export interface Grouped {
  method: Of<'approval'>
  options: readonly Option[]
}

/** Is it a question that may have groups? */
export const isGrouped = (question: Question): question is Question & Grouped =>
  question.method.type === 'approval'

/** All groups in their order; one that a file brings without a quota is free. */
export function groupsOf({ method: { quotas = [] }, options }: Grouped): Quota[] {
  const named = new Set(quotas.map(({ group }) => group))
  const free = new Set(options.flatMap(({ group }) => (group === undefined ? [] : [group])))
  return [
    ...quotas,
    ...[...free]
      .filter((group) => !named.has(group))
      .map((group) => ({ group, min: 0, max: heldBy(options, group) })),
  ]
}

export const heldBy = (options: readonly Option[], group: string): number =>
  options.filter((option) => option.group === group).length

/** One more group, one of which may be chosen; a name that is taken gets none. */
export function withGroup(paper: Grouped, group: string): Grouped {
  const groups = groupsOf(paper)
  return isFree(groups, group) ? withQuotas(paper, [...groups, { group, min: 0, max: 1 }]) : paper
}

/** The group is called otherwise, everywhere; a name that is taken or says nothing is not its. */
export function withName(paper: Grouped, from: string, to: string): Grouped {
  const groups = groupsOf(paper)
  if (!isFree(groups, to)) return paper
  const options = paper.options.map((each) => (each.group === from ? { ...each, group: to } : each))
  const quotas = groups.map((quota) => (quota.group === from ? { ...quota, group: to } : quota))
  return withQuotas({ ...paper, options }, quotas)
}

/** So many of a group on a ballot. */
export function withQuota(paper: Grouped, changed: Quota): Grouped {
  const groups = groupsOf(paper)
  return withQuotas(
    paper,
    groups.map((quota) => (quota.group === changed.group ? changed : quota)),
  )
}

/** The group is gone: its quota too, and its options are in none. */
export function withoutGroup(paper: Grouped, group: string): Grouped {
  const options = paper.options.map((each) => (each.group === group ? alone(each) : each))
  const quotas = groupsOf(paper).filter((quota) => quota.group !== group)
  return withQuotas({ ...paper, options }, quotas)
}

export function withoutGroups(paper: Grouped): Grouped {
  return withQuotas({ ...paper, options: paper.options.map(alone) }, [])
}

/** An option is in this group, or in none. */
export function putInto(paper: Grouped, id: OptionId, group: string | null): Grouped {
  const put = (each: Option) => (group === null ? alone(each) : { ...each, group })
  return { ...paper, options: paper.options.map((each) => (each.id === id ? put(each) : each)) }
}

const alone = ({ id, text }: Option): Option => ({ id, text })
const isFree = (groups: readonly Quota[], name: string) =>
  name.trim() !== '' && !groups.some(({ group }) => group === name)

function withQuotas(
  { method: { quotas: _, ...method }, options }: Grouped,
  quotas: Quota[],
): Grouped {
  return { options, method: quotas.length > 0 ? { ...method, quotas } : method }
}
