import type { Method } from '../../../../shared/method.ts'

/** What the desk calls each way of answering, and what it says of it, in the order in which they are offered. */
export const KINDS = {
  single: { title: 'kindSingle', text: 'kindSingleText' },
  approval: { title: 'kindSeveral', text: 'kindSeveralText' },
  decision: { title: 'kindDecision', text: 'kindDecisionText' },
  ranked: { title: 'kindRanked', text: 'kindRankedText' },
  score: { title: 'kindScore', text: 'kindScoreText' },
  points: { title: 'kindPoints', text: 'kindPointsText' },
  budget: { title: 'kindBudget', text: 'kindBudgetText' },
  number: { title: 'kindNumber', text: 'kindNumberText' },
  text: { title: 'kindText', text: 'kindTextText' },
} as const satisfies Record<Method['type'], { title: string; text: string }>

/** Most meetings ask nothing else. */
export const USUAL: readonly Method['type'][] = ['single', 'approval', 'decision']
