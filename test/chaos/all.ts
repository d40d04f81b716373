import { a1 } from './a1-parallel.ts'
import { a4 } from './a4-replay.ts'
import { a5 } from './a5-junk.ts'
import { a7 } from './a7-origin.ts'
import { a9 } from './a9-state.ts'
import type { ChaosTest } from './chaos-test.ts'
import { f1 } from './f1-kill.ts'
import { f5 } from './f5-lost-ack.ts'
import { f9 } from './f9-closing.ts'

/** In the order of the matrix. */
export const ALL: readonly ChaosTest[] = [f1, f5, f9, a1, a4, a5, a7, a9]
