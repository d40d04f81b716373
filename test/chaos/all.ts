import { a1 } from './a1-parallel.ts'
import { a5 } from './a5-junk.ts'
import { a7 } from './a7-origin.ts'
import { a9 } from './a9-state.ts'
import type { ChaosTest } from './chaos-test.ts'
import { f1 } from './f1-kill.ts'
import { f5 } from './f5-lost-ack.ts'

/** In the order of the matrix. */
export const ALL: readonly ChaosTest[] = [f1, f5, a1, a5, a7, a9]
