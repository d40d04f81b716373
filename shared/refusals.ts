/** Every reason to say no, closed: a new one does not compile until it has words. */
export const REFUSALS = [
  'ballot/wrong-shape',
  'ballot/unknown-option',
  'ballot/too-few',
  'ballot/too-many',
  'ballot/too-few-of',
  'ballot/too-many-of',
  'ballot/too-few-points',
  'ballot/too-many-points',
  'ballot/off-scale',
  'ballot/text-too-long',
  'ballot/over-purse',
  'ballot/not-your-seat',
  'ballot/changed-elsewhere',
  'ballot/not-entitled',
  'question/not-open',
  'question/unknown',
  'question/no-title',
  'question/too-few-options',
  'question/too-many-options',
  'question/empty-option',
  'question/same-option',
  'question/bad-limits',
  'question/bad-scale',
  'question/bad-points',
  'question/bad-quota',
  'question/quotas-over',
  'question/quotas-under',
  'question/too-many-seats',
  'question/too-many-letters',
  'question/no-purse',
  'question/no-cost',
  'question/purse-too-small',
  'question/secret-live',
  'question/reopen-live',
  'question/frozen',
  'question/wrong-state',
  'question/few-people',
  'question/no-list',
  'question/weights-secret',
  'question/set-waits',
  'question/test',
  'agenda/too-many',
  'hand/odd',
  'hand/too-few',
  'hand/weights',
  'hand/method',
  'names/not-shown',
  'text/unknown',
  'meeting/unknown',
  'meeting/not-admitted',
  'fence/missing',
  'presence/frozen',
  'presence/fresh-needed',
  'place/odd',
  'place/too-old',
  'place/not-asked',
  'fence/odd',
  'fence/corners',
  'fence/crossing',
  'fence/size',
  'network/odd',
  'network/alone',
  'code/wrong',
  'code/too-many-tries',
  'door/wrong',
  'door/used',
  'door/too-many',
  'doors/locked',
  'password/wrong',
  'password/missing',
  'password/short',
  'roster/odd',
  'roster/wrong',
  'roster/used',
  'roster/on-phone',
  'roster/taken',
  'seat/unknown',
  'seat/withdrawn',
  'seat/voted-for',
  'arrival/unknown',
  'arrival/too-many',
  'arrival/turned-away',
  'identity/missing',
  'identity/not-allowed',
  'link/spent',
  'screen/unknown',
  'screen/too-many',
  'account/wrong-login',
  'account/no-name',
  'account/no-login',
  'account/weak-password',
  'account/login-taken',
  'account/last-owner',
  'account/unknown',
  'meeting/running',
  'disk/low',
  'message/malformed',
  'message/too-often',
  'message/too-large',
  'page/unknown',
  'server/busy',
  'server/stopping',
  'server/fault',
] as const

export type RefusalCode = (typeof REFUSALS)[number]

/** Not a no, only not now. */
const TRANSIENT: readonly string[] = [
  'server/busy',
  'server/stopping',
  'server/fault',
  'message/too-often',
]

/** What all codes of ours look like: phones need not carry the list to know one. */
const CODE = /^[a-z]+\/[a-z-]+$/

/**
 * May the same message go out again? A code that is not ours came from something between us and the
 * server, and is no answer either.
 */
export function isTransient({ code }: { code: string }): boolean {
  return TRANSIENT.includes(code) || !CODE.test(code)
}

/** A no with its reason; `detail` is data only, the sentence is made where it is read. */
export interface Refusal {
  code: RefusalCode
  detail?: Readonly<Record<string, number | string>>
}
