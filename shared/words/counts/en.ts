import { borda } from './borda-en.ts'
import { greedy } from './greedy-en.ts'
import { runoff } from './runoff-en.ts'
import { schulze } from './schulze-en.ts'
import { shares } from './shares-en.ts'
import { stv } from './stv-en.ts'

export const counts = { borda, greedy, runoff, schulze, shares, stv }
