import type { Of } from '../../../shared/method.ts'
import type { Option } from '../../../shared/vote.ts'

/** The options of one heading; `most` null: no quota names it. `group` null: these are of no group. */
interface Group {
  group: string | null
  least: number
  most: number | null
  held: Option[]
}

/** In the order in which the paper first names them; options of no group come last. */
export function groupsOf({ quotas = [] }: Of<'approval'>, options: readonly Option[]): Group[] {
  const names = [...new Set(options.map(({ group }) => group ?? null))]
  const named = names.filter((name) => name !== null)
  return [...named, ...(named.length < names.length ? [null] : [])].map((group) => {
    const quota = quotas.find((each) => each.group === group)
    return {
      ...{ group, least: quota?.min ?? 0, most: quota?.max ?? null },
      held: options.filter((option) => (option.group ?? null) === group),
    }
  })
}
