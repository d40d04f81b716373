import { byStatements } from './step.ts'

/** Votes of each on a list, as they were typed: nothing, where everybody has one. */
export const up = byStatements(() => [`alter table roster add column weight text`])
