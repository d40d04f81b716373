import { detailIn, plural, type Sentence } from '../index.ts'
import type { verdict as koVerdict } from './verdict-ko.ts'

const n = detailIn('en')
const votes = (count: number | string | undefined, of = '') =>
  `${n(count)} ${of}${plural('en', Number(count), { one: 'vote', other: 'votes' })}`

export const verdict = {
  verdictPassed: 'Passed',
  verdictRejected: 'Rejected',
  verdictNoQuorum: 'No quorum',
  verdictNoBase: 'No decision',
  verdictLine: ({ yes, whole, majority, needed }) =>
    `${n(yes)} in favour · needs ${n(needed)} (${n(majority)} of ${n(whole)})`,
  noBaseLine: 'Nothing was decided: there are no votes to count by',
  quorumLine: ({ cast, needed, entitled }) =>
    `${n(cast)} took part · quorum ${n(needed)} of ${n(entitled)} entitled`,
  wholeYesNo: ({ count }) => votes(count, 'yes and no '),
  wholeValid: ({ count }) => votes(count, 'valid '),
  wholeCast: ({ count }) => `${votes(count)} cast`,
  wholeEntitled: ({ count }) => `${n(count)} entitled`,
  wholePresent: ({ count }) => `${n(count)} present`,
  majorityHalf: 'more than half',
  majorityTwoThirds: 'two thirds',
  majorityThreeQuarters: 'three quarters',
  ruleLine: ({ whole, majority }) => `Passes with ${n(majority)} of ${n(whole)} in favour`,
  ofYesNo: 'the yes and no votes',
  ofValid: 'the valid votes',
  ofCast: 'the votes cast',
  ofAllEntitled: 'all who are entitled',
  ofPresent: 'those present',
  quorumLeast: ({ numerator, denominator }) =>
    `At least ${n(numerator)}/${n(denominator)} of those entitled must vote`,
  quorumOver: ({ numerator, denominator }) =>
    denominator === 2
      ? 'More than half of those entitled must vote'
      : `More than ${n(numerator)}/${n(denominator)} of those entitled must vote`,
  verdictLineWeight: ({ yes, whole, majority, needed }) =>
    `By weight · ${n(yes)} in favour · needs ${n(needed)} (${n(majority)} of ${n(whole)})`,
  quorumLineWeight: ({ cast, needed, entitled }) =>
    `Weight of ${n(cast)} took part · quorum ${n(needed)} of ${n(entitled)} entitled`,
  wholeYesNoWeight: ({ count }) => `${n(count)}, yes and no by weight`,
  wholeValidWeight: ({ count }) => `${n(count)}, valid by weight`,
  wholeCastWeight: ({ count }) => `${n(count)}, cast by weight`,
  wholeEntitledWeight: ({ count }) => `${n(count)}, entitled by weight`,
  wholePresentWeight: ({ count }) => `${n(count)}, present by weight`,
  ofYesNoWeight: 'the yes and no votes by weight',
  ofValidWeight: 'the valid votes by weight',
  ofCastWeight: 'the votes cast by weight',
  ofAllEntitledWeight: 'the weight of all who are entitled',
  ofPresentWeight: 'the weight of those present',
  quorumLeastWeight: ({ numerator, denominator }) =>
    `At least ${n(numerator)}/${n(denominator)} of the weight entitled must vote`,
  quorumOverWeight: ({ numerator, denominator }) =>
    denominator === 2
      ? 'More than half of the weight entitled must vote'
      : `More than ${n(numerator)}/${n(denominator)} of the weight entitled must vote`,
  weightShare: ({ weight, share, count }) =>
    `weight ${n(weight)} · ${n(share)}% · ${n(count)} ${plural('en', Number(count), { one: 'person', other: 'people' })}`,
  weightHeads: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'person', other: 'people' })}`,
  weightTotal: ({ weight }) => `Weight cast ${n(weight)}`,
  weightElectorate: ({ entitled, present }) =>
    `Weight entitled ${n(entitled)} · present ${n(present)}`,
  weightLive: 'While people vote, the bars count heads',
  handParts: ({ devices, hand }) => `${n(devices)} by device + ${n(hand)} by hand`,
  handPart: ({ count }) => `${n(count)} by hand`,
  withheldRound: ({ least }) =>
    `Fewer than ${n(least)} people came or left since the vote before. Both results side by side would tell what they chose, so this one is not shown.`,
  before: ({ count }) => `${n(count)} before`,
  roundPeople: ({ before, now }) => `Asked again · present ${n(before)} before, ${n(now)} now`,
  unanimous: 'Everybody chose the same: what each voter chose is plain to all.',

  totalsBy: ({ auditors }) => `Totals only · recount by ${n(auditors)}`,
  totalsOwner: 'Totals only · recount by the owner of the meeting',
} satisfies Record<keyof typeof koVerdict, Sentence>
