import type { RefusalCode } from '../../refusals.ts'
import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** What may be refused to a phone that is not yet known to be here. */
export const doorRefusals = {
  'ballot/not-entitled': '이 질문이 시작된 뒤에 입장하셨습니다. 이번 투표는 지켜볼 수만 있습니다.',
  'seat/withdrawn': '진행자가 입장을 취소했습니다. 진행자에게 문의해 주세요.',
  'seat/voted-for': ({ name }) =>
    `오시기 전에 ${n(name)} 님이 위임을 받아 투표했습니다. 다음 질문부터 직접 투표할 수 있습니다.`,
  'place/odd': '휴대전화가 알려 준 위치를 쓸 수 없습니다. 다른 방법으로 확인해 주세요.',
  'place/too-old': '위치가 오래되었습니다. 다시 확인해 주세요.',
  'place/not-asked': '이 회의는 위치를 확인하지 않습니다.',
  'code/wrong': '지난 코드이거나 잘못된 코드입니다. 지금 큰 화면에 보이는 코드를 입력해 주세요.',
  'door/wrong': '없는 입장 코드입니다. 받은 표의 여덟 글자를 다시 확인해 주세요.',
  'door/used': '다른 기기에서 이미 쓴 입장 코드입니다. 내 코드가 맞다면 진행자에게 보여 주세요.',
  'roster/wrong': '명단에 없는 번호입니다. 받은 번호나 코드를 다시 확인해 주세요.',
  'roster/used': '다른 기기에서 이미 쓴 번호입니다. 내 번호가 맞다면 진행자에게 알려 주세요.',
  'roster/on-phone':
    '이 번호는 휴대전화에서 쓰고 있습니다. 그 휴대전화로 투표하거나, 쓸 수 없다면 진행자에게 기기 해제를 요청해 주세요.',
  'doors/locked': '입장 문이 닫혀 있어 새 코드를 쓸 수 없습니다. 진행자에게 문의해 주세요.',
  'password/wrong': '비밀번호가 맞지 않습니다. 다시 확인해 주세요.',
  'arrival/too-many': '대기 명단이 가득 찼습니다. 다른 방법으로 확인하거나 잠시 뒤 요청해 주세요.',
  'arrival/turned-away': '진행자가 방금 거절했습니다. 1분 뒤에 다시 요청할 수 있습니다.',
} satisfies Partial<Record<RefusalCode, Sentence>>
