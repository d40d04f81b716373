import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Why a project is paid for or not. Money comes as text, with its currency. */
export const greedy = {
  'key-votes': ({ count }) => `${n(count)}표`,
  'key-points': ({ count }) => `${n(count)}점`,
  chosen: ({ name, key, left, cost }) =>
    `${n(name)}: ${n(key)} · 차례가 왔을 때 예산이 ${n(left)} 남아 있어 선정되었습니다(사업비 ${n(cost)}).`,
  'chosen-over': ({ name, key, left, over, numerator, denominator }) =>
    `${n(name)}: ${n(key)} · 남은 예산 ${n(left)}, 부족한 금액 ${n(over)}. 사업비의 ${n(denominator)}분의 ${n(numerator)} 이상이 남아 있어 마지막으로 선정되었습니다.`,
  'chosen-leftover': ({ name, key, left, cost }) =>
    `${n(name)}: ${n(key)} · 한도 안에서 고르고 남은 예산 ${n(left)} 가운데 사업비 ${n(cost)}만큼 써서 추가로 선정되었습니다.`,
  'too-dear': ({ name, key, left, cost, short }) =>
    `${n(name)}: ${n(key)} · 차례가 왔을 때 남은 예산은 ${n(left)}뿐이었습니다. 사업비 ${n(cost)}에 ${n(short)} 모자라 선정되지 못했습니다.`,
  conflict: ({ name, key, other }) =>
    `${n(name)}: ${n(key)} · 둘 중 하나만 할 수 있는 ‘${n(other)}’ 사업이 먼저 선정되어 제외되었습니다.`,
  'cap-category': ({ name, key, group, most, left, short }) =>
    `${n(name)}: ${n(key)} · ‘${n(group)}’ 분야에는 ${n(most)}까지만 쓸 수 있습니다. 남은 금액은 ${n(left)}, ${n(short)} 모자라 선정되지 못했습니다.`,
  'cap-district': ({ name, key, group, most, left, short }) =>
    `${n(name)}: ${n(key)} · ‘${n(group)}’ 지역에는 ${n(most)}까지만 쓸 수 있습니다. 남은 금액은 ${n(left)}, ${n(short)} 모자라 선정되지 못했습니다.`,
  'below-threshold': ({ name, key, least }) =>
    `${n(name)}: ${n(key)} · 선정되려면 ${n(least)} 이상이 필요합니다.`,
  unwanted: ({ name, key }) => `${n(name)}: ${n(key)} · 고른 사람이 없어 선정되지 못했습니다.`,
  withdrawn: ({ name }) => `${n(name)}: 철회된 사업이라 세지 않았습니다.`,
  'after-stop': ({ name, key, other }) =>
    `${n(name)}: ${n(key)} · 앞 순서인 ‘${n(other)}’ 사업에서 예산이 모자라 선정이 끝났습니다. 이 사업은 차례가 오지 않았습니다.`,
  tied: ({ name, key, others }) =>
    `${n(name)}: ${n(key)} · 득표와 사업비가 같은 사업이 있고(${n(others)}) 모두 선정할 수는 없습니다. 정해 둔 추첨이 없어 결정되지 않았습니다.`,
  undecided: ({ name, key }) =>
    `${n(name)}: ${n(key)} · 앞 순서의 동점이 가려지지 않아 아직 결정되지 않았습니다.`,
} satisfies Record<string, Sentence>
