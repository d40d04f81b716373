import { detailIn, plural, type Sentence } from '../index.ts'
import { ballotWords } from '../shared/marks-en.ts'
import type { marks as koMarks } from './marks-ko.ts'

export { marksRefusals } from '../shared/marks-en.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`
const SUFFIXES = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const nth = (value: number | string | undefined) =>
  `${n(value)}${SUFFIXES[ORDINALS.select(Number(value)) as keyof typeof SUFFIXES]}`

export const marks = {
  ...ballotWords,

  rankAny: 'Tap the options in the order you like them. Tap again to take one out.',
  rankExactly: ({ most }) =>
    `Tap ${many(most, 'option', 'options')} in the order you like them. Tap again to take one out.`,
  rankUpTo: ({ most }) =>
    `Tap up to ${many(most, 'option', 'options')} in the order you like them. Tap again to take one out.`,
  rankBetween: ({ least, most }) =>
    `Tap ${n(least)} to ${many(most, 'option', 'options')} in the order you like them. Tap again to take one out.`,
  rankEqual: 'Under “My ranking” below, several can share a place.',
  rankPlace: ({ place }) => nth(place),
  rankSaid: ({ option, place, count }) => `${n(option)}: ${nth(place)} of ${n(count)}`,
  rankOut: ({ option }) => `${n(option)}: taken out`,
  rankList: 'My ranking',
  rankEmpty: 'What you tap appears here in order.',
  rankUp: ({ option }) => `${n(option)}: up`,
  rankDown: ({ option }) => `${n(option)}: down`,
  rankTake: ({ option }) => `${n(option)}: take out`,
  rankSame: 'Same place as the one above',
  rankFirst: 'This is the top already.',
  rankLast: 'This is the bottom already.',
  stateRanked: ({ count }) => `${n(count)} ranked`,

  scoreHow: ({ least, most }) => `${n(least)} is the lowest score, ${n(most)} the highest.`,
  scoreAll: 'Please score every option.',
  scoreUnrated: ({ points }) => `What you leave out counts ${many(points, 'point', 'points')}.`,
  scoreLeast: 'Low',
  scoreMost: 'High',
  scorePoints: ({ points }) => many(points, 'point', 'points'),
  scoreNone: 'none yet',
  scoreClear: 'Clear',
  stateRated: ({ count, whole }) => `${n(count)} of ${n(whole)} scored`,
  rateMore: ({ missing }) => `Score ${n(missing)} more`,

  pointsAll: ({ most }) => `Hand out all ${many(most, 'point', 'points')}.`,
  pointsBetween: ({ least, most }) => `Hand out ${n(least)} to ${many(most, 'point', 'points')}.`,
  pointsUpTo: ({ most }) => `You have ${many(most, 'point', 'points')} to hand out.`,
  pointsEach: ({ each }) => `An option takes at most ${many(each, 'point', 'points')}.`,
  pointsLeft: ({ left }) => `${many(left, 'point', 'points')} left`,
  pointsGone: 'No points are left. Take some back from another option first.',
  pointsNone: 'There is nothing to take back.',
  pointLess: ({ option }) => `${n(option)}: one point less`,
  pointMore: ({ option }) => `${n(option)}: one point more`,

  numberLabel: 'Your number',
  numberRange: ({ least, most }) => `From ${n(least)} to ${n(most)}.`,
  numberDecimals: ({ decimals }) => `Up to ${many(decimals, 'decimal', 'decimals')}.`,
  numberOdd: 'This cannot be read as a number. Write it like 1234 or 1,234.',
  numberWhole: 'Write a whole number.',
  numberMissing: 'Write a number',
  numberRead: ({ number }) => `Your number: ${n(number)}`,

  textLabel: 'Your words',
  textPlace: ({ place }) => `Number ${n(place)}`,
  textUpTo: ({ most, letters }) => `Up to ${n(most)}, each with at most ${n(letters)} letters.`,
  textOne: ({ letters }) => `At most ${many(letters, 'letter', 'letters')}.`,
  textShown: 'What you write may be shown in the result as it is.',
  textLeft: ({ left }) => `${many(left, 'letter', 'letters')} left`,
  textOver: ({ over }) => `${many(over, 'letter', 'letters')} too long`,
  textTwice: 'This stands above already: it is sent once.',
  textMissing: 'Write something',
  stateTexts: ({ count }) => `${n(count)} written`,

  purseSpent: ({ money }) => `Chosen: ${n(money)}`,
  purseSum: 'Chosen',
  purseWhole: 'To spend',
  purseLeft: ({ money }) => `${n(money)} left`,
  purseOver: ({ money }) => `${n(money)} too much: take a project back`,
  purseTooMuch: ({ money }) => `${n(money)} · too much now`,

  groupExactly: ({ most }) => `choose ${n(most)}`,
  groupUpTo: ({ most }) => `choose up to ${n(most)}`,
  groupBetween: ({ least, most }) => `choose ${n(least)} to ${n(most)}`,
  groupFree: 'as many as you like',
  groupOthers: 'Other options',
} satisfies Record<keyof typeof koMarks, Sentence>
