import type { RefusalCode } from '../../refusals.ts'
import { detailIn, type Sentence } from '../index.ts'
import { doorRefusals } from './door-ko.ts'
import { phoneRefusals } from './ko.ts'
import { marksRefusals } from './marks-ko.ts'

const n = detailIn('ko')

/** All that may be refused, to the desk as well: no phone carries this. */
export const refusals = {
  ...phoneRefusals,
  ...doorRefusals,
  ...marksRefusals,
  'ballot/changed-elsewhere': '다른 창에서 이미 투표하셨습니다. 지금 선택한 내용으로 바꿀까요?',
  'identity/not-allowed': '진행자만 할 수 있는 일입니다. 진행자 링크로 다시 들어와 주세요.',
  'message/too-large': '보낸 내용이 너무 큽니다.',
  'page/unknown': '없는 페이지입니다. 주소를 확인해 주세요.',
  'question/no-title': '질문을 적어 주세요.',
  'question/too-few-options': ({ least }) => `선택지를 ${n(least)}개 이상 적어 주세요.`,
  'question/too-many-options': ({ most }) => `선택지는 ${n(most)}개까지 적을 수 있습니다.`,
  'question/empty-option': ({ place }) =>
    `${n(place)}번째 선택지가 비어 있습니다. 적거나 지워 주세요.`,
  'question/same-option': ({ place }) =>
    `${n(place)}번째 선택지가 앞의 선택지와 같습니다. 다르게 적어 주세요.`,
  'question/bad-limits': ({ options }) =>
    `고를 수 있는 개수는 1부터 ${n(options)}까지이며, 최소가 최대보다 클 수 없습니다.`,
  'question/bad-scale':
    '가장 작은 값이 가장 큰 값보다 작아야 하고, 매기지 않은 선택지의 점수는 그 사이여야 합니다.',
  'question/equal-ranks':
    '즉석 결선과 단기이양식에서는 같은 순위를 매길 수 없습니다. 같은 순위를 끄거나 슐체나 보르다를 고르세요.',
  'question/step-too-small': ({ least }) =>
    `한 번에 ${n(least)} 이상씩 늘려야 집계가 몇 초 안에 끝납니다.`,
  'question/bad-points':
    '나눌 점수를 확인해 주세요. 최소가 최대보다 클 수 없고, 선택지에 모두 나눌 수 있어야 합니다.',
  'question/bad-quota': ({ group, options }) =>
    `‘${n(group)}’의 선택지는 ${n(options)}개입니다. 몇 개를 고를지 다시 정해 주세요.`,
  'question/quotas-over': ({ asked, most }) =>
    `분야마다 골라야 하는 수를 더하면 ${n(asked)}개로, 모두 고를 수 있는 ${n(most)}개보다 많습니다.`,
  'question/quotas-under': ({ least, room }) =>
    `${n(least)}개 이상 골라야 하는데, 분야별로 고를 수 있는 수를 더하면 ${n(room)}개뿐입니다.`,
  'question/too-many-seats': ({ most }) =>
    `뽑는 수는 ${n(most)}까지입니다. 선택지를 더하거나 뽑는 수를 줄여 주세요.`,
  'question/too-many-letters': ({ texts, most }) =>
    `${n(texts)}개씩 적게 하면 하나에 ${n(most)}자까지입니다. 개수나 글자 수를 줄여 주세요.`,
  'question/no-purse': '예산을 적어 주세요.',
  'question/no-cost': ({ place }) => `${n(place)}번째 사업의 사업비를 적어 주세요.`,
  'question/purse-too-small': '예산으로 할 수 있는 사업이 없습니다. 금액을 확인해 주세요.',
  'question/secret-live':
    '비밀투표는 도중에 집계를 보여 줄 수 없습니다. ‘공개할 때’를 고르거나 무기명 투표로 바꾸세요.',
  'question/reopen-live':
    '투표하는 동안 집계를 보여 준 질문은 다시 열 수 없습니다. ‘공개할 때’를 고르거나 다시 열기를 끄세요.',
  'question/totals-secret':
    '집계만 공개하는 것은 비밀투표에서만 할 수 있습니다. 비밀투표로 바꾸거나 투표용지를 공개하세요.',
  'question/no-audit': '재검표 파일은 집계만 공개한 투표에만 있습니다.',
  'question/frozen': '투표가 시작된 질문은 바꿀 수 없습니다. 새 질문을 추가하세요.',
  'question/wrong-state': '질문의 상태가 방금 바뀌었습니다. 화면을 확인하고 다시 눌러 주세요.',
  'question/few-people': ({ least, entitled }) =>
    `투표할 수 있는 사람이 지금 ${n(entitled)}명입니다. 비밀투표는 ${n(least)}명부터 시작할 수 있습니다. 진행자 화면에서 방법을 골라 주세요.`,
  'question/no-list':
    '기명 투표의 이름은 투표 명단에서 가져옵니다. ‘참석자’에서 명단을 먼저 올려 주세요.',
  'question/weights-secret': ({ least }) =>
    `의결권이 같은 사람이 저마다 ${n(least)}명 이상 있어야 비밀투표를 할 수 있습니다. 의결권으로 누구의 선택인지 드러나기 때문입니다. 기명 투표나 무기명 투표로 바꿔 주세요.`,
  'question/weights-shares':
    '균등 몫 방식은 한 사람이 한 몫을 가져야 셀 수 있습니다. 명단에 의결권이 있으면 ‘표가 많은 순’을 골라 주세요.',
  'question/weights-threshold':
    '명단에 의결권이 있으면 ‘필요한 최소 득표’를 쓸 수 없습니다. 0으로 바꿔 주세요.',
  'question/weights-fine':
    '의결권의 합이 너무 커서 순위 투표를 정확하게 셀 수 없습니다. 명단에서 의결권의 소수점 아래를 줄여 주세요.',
  'question/set-waits': ({ left }) =>
    `함께 공개할 질문이 ${n(left)}개 남았습니다. 모두 마감한 뒤 한꺼번에 공개합니다.`,
  'question/counting': '집계하는 동안에는 할 수 없습니다. 끝날 때까지 기다리거나 집계를 멈추세요.',
  'question/test': '연습 투표에는 결과 기록이 남지 않습니다.',
  'agenda/too-many': ({ most }) =>
    `시작하지 않은 질문은 회의 하나에 ${n(most)}개까지 둘 수 있습니다. 필요 없는 질문을 지운 뒤 다시 하세요.`,
  'hand/odd': ({ people }) =>
    `직접 센 수를 다시 확인해 주세요. ${n(people)}명의 표로는 나올 수 없는 수입니다.`,
  'hand/too-few': ({ least }) =>
    `비밀투표에서는 직접 센 표가 ${n(least)}명 이상이어야 합니다. 더 적으면 누가 무엇을 선택했는지 드러납니다.`,
  'hand/method': '손을 든 수는 선택지를 고르는 질문에만 더할 수 있습니다.',
  'hand/weights':
    '의결권이 서로 다른 투표에는 직접 센 표를 더할 수 없습니다. 누구의 의결권인지 알 수 없기 때문입니다.',
  'names/not-shown': '이 투표에서 누가 무엇을 선택했는지는 여기에 표시하지 않습니다.',
  'text/unknown': '그런 답변이 없습니다. 목록을 다시 확인하세요.',
  'floor/shut': '지금은 질문을 받지 않습니다.',
  'floor/odd': '질문을 글로 적어 주세요.',
  'floor/too-long': ({ over }) => `${n(over)}글자를 줄여 주세요.`,
  'floor/too-often': '조금 전에 질문을 보내셨습니다. 잠시 뒤에 다시 보내 주세요.',
  'floor/unknown': '지금은 없는 질문입니다.',
  'floor/full': '지금은 질문이 가득 찼습니다. 잠시 뒤에 다시 보내 주세요.',
  'floor/other-text': '이미 보낸 질문과 글이 다릅니다. 새 질문으로 다시 보내 주세요.',
  'presence/frozen':
    '투표가 진행되는 동안에는 현장 확인 방법을 바꿀 수 없습니다. 마감한 뒤에 바꾸세요.',
  'door/too-many': ({ most }) => `입장 코드는 회의 하나에 ${n(most)}장까지 만들 수 있습니다.`,
  'password/missing': '비밀번호로 확인하려면 먼저 비밀번호를 정하세요.',
  'password/short': ({ least }) => `비밀번호는 ${n(least)}글자 이상으로 정하세요.`,
  'seat/unknown': '그런 참석자가 없습니다. 목록을 다시 확인하세요.',
  'fence/missing': '장소 확인을 쓰려면 장소를 정하거나 다른 확인 방법을 고르세요.',
  'fence/odd': ({ least, most }) =>
    `장소를 확인해 주세요. 위도는 -90~90, 경도는 -180~180, 반경은 ${n(least)}~${n(most)} m여야 합니다.`,
  'fence/corners': ({ least, most }) =>
    `구역은 꼭짓점 ${n(least)}개에서 ${n(most)}개까지로 정합니다.`,
  'fence/crossing': ({ first, second }) =>
    `구역의 선이 서로 만나거나 겹칩니다. ${n(first)}번과 ${n(second)}번 꼭짓점에서 이어지는 선을 고쳐 주세요.`,
  'fence/size': ({ least, most }) =>
    `구역이 너무 작거나 너무 큽니다. 넓이는 ${n(least)} ㎡ 이상, 한쪽 끝에서 다른 쪽 끝까지는 ${n(most)} m 이하여야 합니다.`,
  'network/odd': ({ line }) =>
    `${n(line)}번째 줄은 네트워크 주소가 아닙니다. 203.0.113.0/24처럼 적어 주세요. IPv4는 /8, IPv6는 /32보다 넓게 정할 수 없습니다.`,
  'network/alone':
    '회의장 네트워크는 다른 방법과 함께, ‘하나만 확인되면 입장’일 때만 쓸 수 있습니다. 휴대전화 데이터를 쓰는 사람도 들어올 수 있어야 하기 때문입니다.',
  'roster/odd': ({ row, column }) =>
    `${n(row)}번째 줄 ${n(column)}번째 칸을 확인해 주세요. 명단은 바뀌지 않았습니다.`,
  'roster/taken': '명단에서 지금 고를 수 있는 자리가 아닙니다. 명단을 다시 확인하세요.',
  'arrival/unknown': '대기 명단에 없는 번호입니다. 이미 입장했을 수 있습니다.',
  'screen/unknown': '없어진 화면입니다.',
  'screen/too-many': ({ most }) => `화면은 ${n(most)}개까지 만들 수 있습니다.`,
  'account/wrong-login': '아이디나 비밀번호가 맞지 않습니다. 다시 확인해 주세요.',
  'account/no-name': '이름을 적어 주세요.',
  'account/no-login': '아이디를 적어 주세요.',
  'account/weak-password': ({ least }) =>
    `비밀번호는 ${n(least)}자 이상이어야 하고 아이디와 달라야 합니다.`,
  'account/login-taken': '다른 사람이 쓰는 아이디입니다. 다른 아이디를 정해 주세요.',
  'account/last-owner': '소유자는 한 명 이상 있어야 합니다. 먼저 다른 소유자를 초대하세요.',
  'account/unknown': '이미 나간 사람입니다. 명단을 다시 확인하세요.',
  'meeting/running': '투표가 진행 중인 회의는 삭제할 수 없습니다. 마감한 뒤에 삭제하세요.',
  'link/spent': '이미 쓴 링크이거나 잘못된 링크입니다. 서버에서 새 링크를 받아 주세요.',
  'disk/low': ({ needed }) =>
    `서버의 저장 공간이 부족하여 투표를 시작할 수 없습니다. ${n(needed)} MB 이상 비워 주세요.`,
} satisfies Record<RefusalCode, Sentence>
