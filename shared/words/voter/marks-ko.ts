import { detailIn, type Sentence } from '../index.ts'
import { ballotWords } from '../shared/marks-ko.ts'

export { marksRefusals } from '../shared/marks-ko.ts'

const n = detailIn('ko')

/** Said on a ballot that asks for more than which options. */
export const marks = {
  ...ballotWords,

  rankAny: '좋아하는 순서대로 눌러 주세요. 다시 누르면 빠집니다.',
  rankExactly: ({ most }) => `좋아하는 순서대로 ${n(most)}개를 눌러 주세요. 다시 누르면 빠집니다.`,
  rankUpTo: ({ most }) => `좋아하는 순서대로 ${n(most)}개까지 눌러 주세요. 다시 누르면 빠집니다.`,
  rankBetween: ({ least, most }) =>
    `좋아하는 순서대로 ${n(least)}개에서 ${n(most)}개까지 눌러 주세요. 다시 누르면 빠집니다.`,
  rankEqual: '아래 ‘내 순위’에서 여럿을 같은 순위로 묶을 수 있습니다.',
  rankPlace: ({ place }) => `${n(place)}순위`,
  rankSaid: ({ option, place, count }) => `${n(option)}: ${n(count)}개 중 ${n(place)}순위`,
  rankOut: ({ option }) => `${n(option)}: 순위에서 뺐습니다`,
  rankList: '내 순위',
  rankEmpty: '누른 순서대로 여기에 나타납니다.',
  rankUp: ({ option }) => `${n(option)}: 위로`,
  rankDown: ({ option }) => `${n(option)}: 아래로`,
  rankTake: ({ option }) => `${n(option)}: 빼기`,
  rankSame: '위와 같은 순위',
  rankFirst: '이미 맨 위입니다.',
  rankLast: '이미 맨 아래입니다.',
  stateRanked: ({ count }) => `${n(count)}개에 순위를 정했습니다`,

  scoreHow: ({ least, most }) => `${n(least)}점이 가장 낮고 ${n(most)}점이 가장 높은 점수입니다.`,
  scoreAll: '하나도 빠짐없이 점수를 매겨 주세요.',
  scoreUnrated: ({ points }) => `점수를 매기지 않으면 ${n(points)}점으로 집계됩니다.`,
  scoreLeast: '낮음',
  scoreMost: '높음',
  scorePoints: ({ points }) => `${n(points)}점`,
  scoreNone: '아직 없음',
  scoreClear: '지우기',
  stateRated: ({ count, whole }) => `${n(whole)}개 중 ${n(count)}개에 점수를 매겼습니다`,
  rateMore: ({ missing }) => `${n(missing)}개에 더 점수를 매겨 주세요`,

  pointsAll: ({ most }) => `${n(most)}점을 모두 나눠 주세요.`,
  pointsBetween: ({ least, most }) => `${n(least)}점에서 ${n(most)}점까지 나눠 주세요.`,
  pointsUpTo: ({ most }) => `${n(most)}점까지 나눠 줄 수 있습니다.`,
  pointsEach: ({ each }) => `하나에 ${n(each)}점까지 줄 수 있습니다.`,
  pointsLeft: ({ left }) => `남은 점수 ${n(left)}점`,
  pointsGone: '남은 점수가 없습니다. 다른 곳에서 먼저 빼 주세요.',
  pointsNone: '뺄 점수가 없습니다.',
  pointLess: ({ option }) => `${n(option)}: 1점 빼기`,
  pointMore: ({ option }) => `${n(option)}: 1점 더하기`,

  numberLabel: '내가 적는 숫자',
  numberRange: ({ least, most }) => `${n(least)}부터 ${n(most)}까지 적을 수 있습니다.`,
  numberDecimals: ({ decimals }) => `소수점 아래 ${n(decimals)}자리까지 적을 수 있습니다.`,
  numberOdd: '숫자로 읽을 수 없습니다. 1234나 1,234처럼 적어 주세요.',
  numberWhole: '소수점 없이 적어 주세요.',
  numberMissing: '숫자를 적어 주세요',
  numberRead: ({ number }) => `보낼 숫자: ${n(number)}`,

  textLabel: '내가 적는 글',
  textPlace: ({ place }) => `${n(place)}번째`,
  textUpTo: ({ most, letters }) => `${n(most)}개까지, 하나에 ${n(letters)}자까지 적을 수 있습니다.`,
  textOne: ({ letters }) => `${n(letters)}자까지 적을 수 있습니다.`,
  textShown: '적은 글은 결과에 그대로 보일 수 있습니다.',
  textLeft: ({ left }) => `${n(left)}자 남음`,
  textOver: ({ over }) => `${n(over)}자 넘침`,
  textTwice: '위에 적은 글과 같아 한 번만 보냅니다.',
  textMissing: '글을 적어 주세요',
  stateTexts: ({ count }) => `${n(count)}개를 적었습니다`,

  purseSpent: ({ money }) => `고른 사업 ${n(money)}`,
  purseSum: '고른 사업',
  purseWhole: '예산',
  purseLeft: ({ money }) => `남은 돈 ${n(money)}`,
  purseOver: ({ money }) => `${n(money)} 초과했습니다. 사업을 빼 주세요`,
  purseTooMuch: ({ money }) => `${n(money)} · 돈 부족`,

  groupExactly: ({ most }) => `${n(most)}개를 고르세요`,
  groupUpTo: ({ most }) => `${n(most)}개까지`,
  groupBetween: ({ least, most }) => `${n(least)}~${n(most)}개`,
  groupFree: '몇 개든 고를 수 있습니다',
  groupOthers: '그 밖의 선택지',
} satisfies Record<string, Sentence>
