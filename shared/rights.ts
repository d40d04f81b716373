/** Who is asking. One browser may hold several; the door takes the highest that fits its page. */
export type Role = 'facilitator' | 'screen' | 'voter'

export type Action = 'ballot:cast' | 'presence:prove' | 'meeting:watch' | 'meeting:run'

const RIGHTS = {
  facilitator: ['meeting:watch', 'meeting:run'],
  screen: ['meeting:watch'],
  voter: ['ballot:cast', 'presence:prove'],
} satisfies Record<Role, readonly Action[]>

/** One table hides buttons and refuses messages. */
export function may(role: Role, action: Action): boolean {
  return (RIGHTS[role] as readonly Action[]).includes(action)
}
