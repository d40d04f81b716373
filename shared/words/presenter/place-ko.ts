import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said by the desk about who is here, and where here is. */
export const place = {
  fenceShape: '장소의 모양',
  fenceCircle: '원',
  fenceCircleText: '한 지점과 반경',
  fenceArea: '구역',
  fenceAreaText: '꼭짓점을 이어 그립니다',
  map: '장소 지도',
  mapCircle:
    '가운데 점을 끌면 장소가, 테두리의 점을 끌면 반경이 바뀝니다. 점선은 위치가 어긋날 때를 위한 여유입니다.',
  mapArea:
    '지도를 누르면 꼭짓점이 생깁니다. 끌어서 옮기고, 꼭짓점을 누르면 삭제할 수 있습니다. 건물 벽보다 넉넉하게 그리세요.',
  mapLater: '장소를 한 곳 정하면 여기에 그림이 나타납니다.',
  zoomIn: '확대',
  zoomOut: '축소',
  addCorner: '꼭짓점 추가',
  cornerHere: '현재 위치를 꼭짓점으로',
  cornerLatitude: ({ place }) => `${n(place)}번 꼭짓점 위도`,
  cornerLongitude: ({ place }) => `${n(place)}번 꼭짓점 경도`,
  removeCorner: ({ place }) => `${n(place)}번 꼭짓점 삭제`,

  proofNetwork: '회의장 네트워크',
  proofNetworkText:
    '회의장 와이파이에 연결된 휴대전화는 바로 들어옵니다. 주소는 저장하지 않습니다.',
  networks: '회의장 네트워크 (한 줄에 하나)',
  networksText:
    '휴대전화 데이터를 쓰는 사람은 다른 방법으로 확인합니다. 같은 공유기를 쓰는 이웃도 통과할 수 있습니다.',
  ownNetwork: '이 컴퓨터의 네트워크 추가',
  noOwnNetwork: '이 컴퓨터의 네트워크를 알 수 없습니다. 직접 적어 주세요.',

  doors: '입장 문',
  doorsOpen: '열려 있습니다. 참석이 확인되면 누구나 들어옵니다.',
  doorsLocked:
    '닫혀 있습니다. 큰 화면에 QR이 보이지 않으며, 새로 온 사람은 진행자가 승인해야 들어옵니다.',
  doorsShut: '입장 문을 닫았습니다',
  doorsShutHow: '입장 문을 닫았습니다. 늦게 오신 분은 진행자에게 말씀해 주세요.',
  lockDoors: '문 닫기',
  unlockDoors: '문 열기',

  actLocked: '입장 문을 닫음',
  actUnlocked: '입장 문을 엶',

  foundSharp: '정확한 위치',
  foundRough: '대략적인 위치',
  whyDenied: '위치 권한 거부',
  whyUnavailable: '위치를 찾지 못함',
  whyTimeout: '위치 찾기가 오래 걸림',
  whyWrongCode: '틀린 코드를 입력함',
  whyNetwork: '다른 네트워크',
  whyShut: '문을 닫은 뒤 도착',
  whyAgain: '이번 질문에서 위치 재확인 필요',

  electorateOpening: '시작할 때 있던 사람만 투표',
  electorateOpeningText: '질문이 시작된 뒤에 입장한 사람은 지켜볼 수만 있습니다.',
  fresh: '시작할 때 위치를 다시 확인',
  freshText:
    '질문이 시작되면 휴대전화가 위치를 한 번 더 확인한 뒤에 투표합니다. 위치는 저장하지 않습니다.',
  entitledTurnout: ({ voted, entitled }) => `투표권자 ${n(entitled)}명 가운데 ${n(voted)}명 투표`,
  ofEntitled: ({ count }) => `투표권자 ${n(count)}명`,
} satisfies Record<string, Sentence>
