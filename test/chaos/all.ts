import { a1 } from './a1-parallel.ts'
import { a4 } from './a4-replay.ts'
import { a5 } from './a5-junk.ts'
import { a7 } from './a7-origin.ts'
import { a8 } from './a8-others.ts'
import { a9 } from './a9-state.ts'
import { a9Words } from './a9-words.ts'
import type { ChaosTest } from './chaos-test.ts'
import { f1 } from './f1-kill.ts'
import { f12 } from './f12-herd.ts'
import { f13 } from './f13-storm.ts'
import { f14 } from './f14-address.ts'
import { f15 } from './f15-missed.ts'
import { f19 } from './f19-stop.ts'
import { f2Large } from './f2-large.ts'
import { f2 } from './f2-seal.ts'
import { f3 } from './f3-power.ts'
import { f5 } from './f5-lost-ack.ts'
import { f9 } from './f9-closing.ts'

import { s1 } from './s1-order.ts'
import { s4 } from './s4-tally.ts'

/** In the order of the matrix. */
export const ALL: readonly ChaosTest[] = [
  ...[f1, f2, f2Large, f3, f5, f9, f12, f13, f14, f15, f19],
  ...[a1, a4, a5, a7, a8, a9, a9Words],
  ...[s1, s4],
]
