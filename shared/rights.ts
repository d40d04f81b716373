/** Who is asking. One browser may hold several; the door takes the highest that fits its page. */
export type Role = 'owner' | 'facilitator' | 'screen' | 'voter' | 'helper'

/** Those who have an account. */
export type TeamRole = Extract<Role, 'owner' | 'facilitator'>

/** Characters of a password. Long ones are easier to remember than odd ones: nothing else is asked for. */
export const LEAST_PASSWORD = 10

export type Action =
  | 'ballot:cast'
  | 'presence:prove'
  | 'turn:take'
  | 'meeting:watch'
  | 'names:read'
  | 'floor:ask'
  | 'meeting:run'
  | 'meeting:add'
  | 'meeting:remove'
  | 'team:see'
  | 'team:change'
  | 'ballots:audit'

const WATCHER = ['meeting:watch', 'names:read'] as const
const FACILITATOR = [...WATCHER, 'meeting:run', 'meeting:add', 'team:see'] as const

const RIGHTS = {
  owner: [...FACILITATOR, 'meeting:remove', 'team:change', 'ballots:audit'],
  facilitator: FACILITATOR,
  screen: WATCHER,
  voter: ['ballot:cast', 'presence:prove', 'names:read', 'floor:ask'],
  helper: ['turn:take'],
} satisfies Record<Role, readonly Action[]>

/** One table hides buttons and refuses messages. */
export function may(role: Role, action: Action): boolean {
  return (RIGHTS[role] as readonly Action[]).includes(action)
}
