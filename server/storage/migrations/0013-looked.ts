import { byStatements } from './step.ts'

/** Which questions from the floor somebody at the desk has looked at: older ones count as unread. */
export const up = byStatements(({ integer }) => [
  `alter table floor add column looked ${integer} not null default 0`,
])
