import { borda } from './borda-ko.ts'
import { greedy } from './greedy-ko.ts'
import { runoff } from './runoff-ko.ts'
import { schulze } from './schulze-ko.ts'
import { shares } from './shares-ko.ts'
import { stv } from './stv-ko.ts'

/** What counts say of themselves: a part for each. */
export const counts = { borda, greedy, runoff, schulze, shares, stv }
