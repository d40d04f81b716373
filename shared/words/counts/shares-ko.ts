import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')
/** What a price is for: one person's mark, or one point. */
const each = (per: number | string | undefined) => (per === 'point' ? '1점에' : '한 사람이')

/** Of equal shares: what the method does, and by its code why each project ended as it did. */
export const shares = {
  method:
    '예산을 투표한 사람 수로 똑같이 나눕니다. 지지한 사람들이 가장 적은 부담으로 살 수 있는 사업부터 차례로 선정하고, 사업비는 지지한 사람들의 몫에서 똑같이 냅니다.',

  bought: ({ name, round, people, price, per }) =>
    `${n(name)}: 지지한 ${n(people)}명이 사업비를 나눠 내 ${n(round)}번째로 선정됐습니다(${each(per)} 최대 ${n(price)})`,
  completed: ({ name }) =>
    `${n(name)}: 한 사람이라도 지지한 사업이 모두 예산 안에 들어와 함께 선정됐습니다`,
  'by-votes': ({ name }) => `${n(name)}: 표가 많은 순서에 따라 예산 안에서 선정됐습니다`,
  'no-room': ({ name, missing }) =>
    `${n(name)}: 표가 많은 순서로 예산을 쓴 뒤 남은 돈이 사업비보다 ${n(missing)}만큼 모자라 선정되지 못했습니다`,
  short: ({ name, missing }) =>
    `${n(name)}: 지지한 사람들에게 남은 몫을 모두 모아도 사업비에 ${n(missing)}만큼 모자라 선정되지 못했습니다`,
  unsupported: ({ name }) => `${n(name)}: 지지한 사람이 없어 선정되지 못했습니다`,
  filtered: ({ name, votes, needed }) =>
    `${n(name)}: ${n(votes)}표로, 사업비에 맞춰 정한 최소 득표 ${n(needed)}표에 못 미쳐 심사에서 빠졌습니다`,
  withdrawn: ({ name }) => `${n(name)}: 철회된 사업이라 세지 않았습니다`,
  free: ({ name }) => `${n(name)}: 사업비가 없어 나눌 몫이 없으므로 세지 않았습니다`,
  tied: ({ name }) => `${n(name)}: 동점이고 순서를 정할 규칙이 없어 결과를 정하지 못했습니다`,
  undecided: ({ name }) => `${n(name)}: 앞선 동점이 풀리지 않아 결과를 정하지 못했습니다`,
} satisfies Record<string, Sentence>
