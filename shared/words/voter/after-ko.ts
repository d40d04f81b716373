import { detailIn, type Sentence } from '../index.ts'
import { pictures } from '../shared/pictures-ko.ts'
import { verdict } from '../shared/verdict-ko.ts'

const n = detailIn('ko')

/** Said about the protection, and from the close on. */
export const after = {
  ...pictures,
  ...verdict,

  elsewhereTitle: '다른 창에서 이미 투표하셨습니다',
  elsewhereMore: '그 투표를 지금 선택한 내용으로 바꿀까요?',
  elsewhereReplace: '지금 선택으로 바꾸기',
  elsewhereLeave: '앞선 투표 그대로 두기',

  replacedTitle: '더 나중에 연 창이 있습니다',
  replacedMore:
    '한 브라우저에서는 창을 세 개까지 연결합니다. 이 창은 연결을 끊었으며, 보낸 투표는 그대로 있습니다.',
  replacedHere: '이 창에서 계속하기',

  tracking: '확인 코드 보기',
  trackingMore:
    '결과가 공개되면 이 코드로 내 투표용지를 찾을 수 있습니다. 다른 사람에게 보여 주면 무엇을 선택했는지도 알려질 수 있습니다.',

  closedTitle: '투표가 마감되었습니다',
  countedClosed: '내 투표가 집계되었습니다.',
  unsentClosed: '내 투표가 아직 집계되지 않았습니다. 서버에 확인하고 있습니다.',
  votedByClosed: ({ name }) => `${n(name)} 님이 위임을 받아 대신 투표했습니다.`,
  notVoted: '이 질문에는 투표하지 않았습니다.',
  late: '투표가 마감 뒤에 도착해 집계되지 않았습니다.',
  earlier: '앞서 보낸 투표가 집계되었습니다. 바꾼 투표는 마감 뒤에 도착했습니다.',
  sealing: '투표용지를 봉인하고 있습니다.',
  mayReopen: '진행자가 다시 열 수 있습니다. 다시 열리면 이 화면에서 바로 투표할 수 있습니다.',
  lateAgain:
    '보내신 투표는 마감 뒤에 도착해 집계되지 않았습니다. 다시 열렸으니 한 번 더 보내 주세요.',
  earlierAgain: '바꾼 선택은 마감 뒤에 도착했습니다. 다시 열렸으니 원하시면 한 번 더 바꿔 주세요.',
  reopened: ({ count }) => `마감한 뒤 ${n(count)}번 다시 열었습니다.`,
  sealMore:
    '큰 화면의 지문과 같은지 확인해 보세요. 봉인한 뒤 한 장이라도 바뀌면 지문이 달라집니다.',
  revealSoon: '결과가 공개되면 자동으로 나타납니다.',

  resultTitle: '결과',
  electedCount: ({ count }) => `${n(count)}자리 당선 확정`,
  fundedCount: ({ count }) => `사업 ${n(count)}건 선정`,
  mostHere: '최다 득표',
  tiedHere: '공동 1위',
  mine: '내 선택',
  textsWait: '진행자가 답변을 확인하고 있습니다. 확인한 답변이 여기에 나타납니다.',
  textsMore: ({ count }) => `외 ${n(count)}개`,
  textsHow: '진행자가 보이기로 한 답변만 나타납니다.',
  findTitle: '내 투표용지 찾기',
  findHow: '공개된 투표용지를 이 휴대전화가 직접 다시 세어 봅니다.',
  findInTotals: '봉인한 목록에 내 투표용지가 있는지 이 휴대전화가 직접 확인합니다.',
  find: '찾고 다시 세기',
  findMine: '찾아보기',
  finding: '세고 있습니다…',
  mineFound: '내 투표용지가 목록에 그대로 있습니다.',
  mineMissing: '내 투표용지가 목록에 없습니다. 진행자에게 알려 주세요.',
  mineNone: '이 질문에는 투표하지 않아 찾을 투표용지가 없습니다.',
  mineElsewhere:
    '집계된 투표용지는 다른 창이나 다른 기기에서 보낸 것이라 여기서는 찾을 수 없습니다.',
  mineNoCode:
    '이 투표에는 확인 코드가 없습니다. 누가 무엇을 선택했는지 아무도 증명할 수 없게 하기 위해서입니다.',
  checkLeaves: ({ count }) => `투표용지 ${n(count)}장이 모두 목록의 기록과 일치합니다.`,
  checkLeavesOpen: ({ count }) =>
    `내용이 공개된 투표용지 ${n(count)}장이 모두 목록의 기록과 일치합니다.`,
  checkNumbers: '투표용지 수와 공개된 답변의 수가 발표된 결과와 어긋나지 않습니다.',
  checkHidden: ({ count }) =>
    `나머지 투표용지 ${n(count)}장은 공개하지 않은 답변이 있어, 목록에 들어 있는지만 확인했습니다.`,
  checkTotals: ({ count }) =>
    `투표용지를 공개하지 않는 투표라, ${n(count)}장이 봉인한 그대로인지와 그 안에 내 용지가 있는지 확인합니다.`,
  checkSize: '투표용지 수가 발표된 결과와 일치합니다.',
  checkRoot: '목록이 봉인할 때의 목록과 일치합니다.',
  checkFingerprint: '봉인 지문이 현장에서 본 지문과 일치합니다.',
  checkCounts: '다시 센 결과가 발표된 결과와 일치합니다.',
  checkFailed: '일치하지 않는 항목이 있습니다. 이 화면을 진행자에게 보여 주세요.',
  checkPage: '공개된 내용 직접 확인하기',
  recountPage: '항목마다 직접 다시 세어 보기',
  holds: '일치:',
  fails: '불일치:',

  namedVote: '기명 투표',
  namedForEveryone: '결과를 공개하면 내 이름과 선택을 누구나 볼 수 있습니다.',
  namedForRoster:
    '결과를 공개하면 내 이름과 선택을 투표 명단에 있는 사람과 진행자가 볼 수 있습니다. 다른 사람에게는 보이지 않습니다.',
  weightedForRoster:
    '결과를 공개하면 내 이름과 선택을 투표 명단에 있는 사람과 진행자가 볼 수 있습니다. 의결권은 선택과 함께 누구에게나 공개되므로, 의결권이 남과 다르면 내 선택이 다른 사람에게도 드러날 수 있습니다.',
  weightOwn: ({ weight }) => `내 의결권은 ${n(weight)}입니다.`,
  weightedOpen:
    '이름은 저장하지 않지만 의결권은 선택과 함께 공개됩니다. 의결권이 남과 다르면 누구의 선택인지 드러날 수 있습니다.',
  namesTitle: '누가 무엇을 선택했나요?',
  namesSeenByEveryone: '기명 투표이므로 모두에게 이름을 보여 줍니다.',
  namesSeenByRoster: '명단에 있는 사람과 진행자에게만 이름을 보여 줍니다.',
  namesShow: '이름 보기',
  namesCount: ({ count }) => `${n(count)}명`,
  namesMissing: '이름을 불러오지 못했습니다. 잠시 뒤 다시 눌러 주세요.',

  willTotals: ({ auditors }) =>
    `결과는 집계만 공개합니다. 투표용지는 재검표할 사람만 볼 수 있습니다: ${n(auditors)}`,
  totalsSeenByOwner: '회의 소유자',
  willPublish: '결과를 공개할 때 모든 투표용지도 이름 없이 한 장씩 공개합니다.',

  protectionNamed:
    '기명 투표: 투표하는 동안에는 이름과 선택을 봉투에 함께 봉해 두고, 결과를 공개할 때 보여 줍니다.',
  protectionSecret:
    '비밀투표: 봉인할 때 누가 보낸 투표용지인지 알 수 있는 기록을 지웁니다. 그전에는 집계도 볼 수 없습니다.',
  protectionOpen: '무기명 투표: 선택 옆에 이름을 저장하지 않습니다.',
  protectionLive: '투표하는 동안 집계가 큰 화면에 보입니다.',
  protectionReveal: '공개할 때까지 아무도 집계를 볼 수 없습니다.',
  protectionReceipts:
    '이 휴대전화가 확인 코드를 보관합니다. 결과가 공개되면 내 투표용지를 찾을 수 있습니다.',
  protectionNoReceipts:
    '확인 코드를 만들지 않으므로, 누가 무엇을 선택했는지 아무도 증명할 수 없습니다.',
  protectionSeal:
    '결과를 보기 전에 모든 투표용지를 봉인하고 지문을 보여 줍니다. 그 뒤에 바뀐 것은 드러납니다.',
  protectionServer:
    '약속할 수 없는 것: 투표가 진행되는 동안 서버를 운영하는 사람은 투표용지를 읽을 수도 있습니다.',
  protectionNotFor: '매표나 강요를 막지 못하므로 공직 선거에는 사용하지 마세요.',
  rulesHash: '규칙 지문',
} satisfies Record<string, Sentence>
