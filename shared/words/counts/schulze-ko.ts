import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of pairs and chains of them, and by its code why each option ended as it did. */
export const schulze = {
  method:
    '후보를 둘씩 맞대어 어느 쪽을 앞에 둔 표가 더 많은지 셉니다. 모든 맞대결에서 이긴 후보가 있으면 그 후보가 당선됩니다. 없으면 이긴 맞대결을 사슬처럼 이어 누가 더 강한지 가립니다. 사슬의 세기는 그 안에서 가장 적은 표수입니다.',

  'reason-condorcet': ({ name }) => `${n(name)}: 다른 모든 후보와의 맞대결에서 이겨 당선됐습니다`,
  'reason-unbeaten': ({ name }) =>
    `${n(name)}: 맞대결을 이어 비교했을 때 더 강한 후보가 없어 당선됐습니다`,
  'reason-next': ({ name }) =>
    `${n(name)}: 먼저 당선된 후보를 빼면 더 강한 후보가 없어 당선됐습니다`,
  'reason-lot-won': ({ name }) =>
    `${n(name)}: 동점이었고, 투표 전에 봉해 둔 추첨 순서에 따라 당선됐습니다`,
  'reason-lot-lost': ({ name }) =>
    `${n(name)}: 동점이었고, 투표 전에 봉해 둔 추첨 순서에 밀려 당선되지 못했습니다`,
  'reason-beaten': ({ name, by, votes, against }) =>
    `${n(name)}: ${n(by)} 후보를 앞에 둔 표가 ${n(votes)}표 대 ${n(against)}표로 더 많아 당선되지 못했습니다`,
  'reason-beaten-chain': ({ name, by, votes, against }) =>
    `${n(name)}: 맞대결을 이어 비교하면 ${n(by)} 후보가 ${n(votes)}표 대 ${n(against)}표로 더 강해 당선되지 못했습니다`,
  'reason-tied': ({ name }) =>
    `${n(name)}: 동점이고, 순서를 정할 방법이 없어 당선 여부를 정하지 못했습니다`,
  'reason-none': ({ name }) => `${n(name)}: 순위를 적은 표가 없어 당선되지 못했습니다`,
} satisfies Record<string, Sentence>
