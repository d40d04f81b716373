import type { OptionId } from '../shared/ids.ts'
import { decisionOptions } from '../shared/vote.ts'
import type { Written } from './crowd/desk.ts'

/** What the demo's assembly is asked: each way of voting once, in both languages, open for so many seconds. */
export function demoQuestions(seconds: number): readonly Written[] {
  const usual = { bars: 'reveal', receipts: 'full', seconds } as const
  return [
    {
      ...{ ...usual, names: 'open', bars: 'live' },
      title: '점심 메뉴는? · What’s for lunch?',
      method: { type: 'single' },
      options: options(
        '비빔밥 · Bibimbap',
        '칼국수 · Noodle soup',
        '샐러드 · Salad',
        '카레 · Curry',
      ),
    },
    {
      ...{ ...usual, names: 'secret' },
      title: '다음 모임을 토요일에 할까요? · Shall we meet on a Saturday next time?',
      method: { type: 'decision', abstain: true },
      options: decisionOptions(true),
      decision: { base: 'valid', majority: 'simple', quorum: null },
    },
    {
      ...{ ...usual, names: 'open' },
      title: '공원에 무엇을 더할까요? (최대 2개) · What should the park get? (up to 2)',
      method: { type: 'approval', min: 1, max: 2 },
      options: options(
        '나무 그늘 · Shade trees',
        '놀이터 · A playground',
        '벤치 · Benches',
        '음수대 · A fountain',
      ),
    },
    {
      ...{ ...usual, names: 'secret', lot: true },
      title: '회장을 뽑습니다 · Who shall chair us?',
      method: { type: 'ranked', min: 1, max: 5, equal: false, count: 'runoff', seats: 1 },
      options: options(
        '김서연 · Ann',
        '이도윤 · Ben',
        '박하은 · Cleo',
        '최지호 · Dan',
        '정유나 · Eve',
      ),
    },
    {
      ...{ ...usual, names: 'secret', lot: true },
      title: '위원 셋을 뽑습니다 · Three for the council',
      method: { type: 'ranked', min: 1, max: 6, equal: false, count: 'stv', seats: 3 },
      options: options(
        ...['한승우 · Finn', '오미래 · Gwen', '서지안 · Hugo'],
        ...['윤하람 · Iris', '문가온 · Jan', '배다온 · Kim'],
      ),
    },
    {
      ...{ ...usual, names: 'open' },
      title: '담장 색은? · Which colour for the wall?',
      method: { type: 'ranked', min: 1, max: 4, equal: true, count: 'schulze', seats: 1 },
      options: options('아이보리 · Ivory', '하늘색 · Sky blue', '회색 · Grey', '벽돌색 · Brick'),
    },
    {
      ...{ ...usual, names: 'open' },
      title: '축제 먹거리, 얼마나 좋으세요? · How do you like the festival’s food?',
      method: { type: 'score', min: 1, max: 5, unrated: null },
      options: options('떡볶이 · Rice cakes', '파전 · Pancakes', '국수 · Noodles', '수박 · Melon'),
    },
    {
      ...{ ...usual, names: 'open' },
      title: '다음 모임에서 무엇을 이야기할까요? (10점) · What to talk about next (10 points)',
      method: { type: 'points', each: 5, min: 1, max: 10 },
      options: options(
        '주차 · Parking',
        '층간 소음 · Noise',
        '텃밭 · Allotments',
        '축제 · A feast',
      ),
    },
    {
      ...{ ...usual, names: 'open' },
      title: '공원 사업에 1억 원 · 100 million won for the parks',
      method: {
        ...{ type: 'budget', purse: 100_000_000, currency: '원', min: 1, max: 5, fits: true },
        rule: { type: 'equal-shares', completion: 'add1-comparison', step: null },
      },
      options: priced(
        ['놀이터 그늘막 · Sunshade', 45_000_000],
        ['산책로 조명 · Lights', 32_000_000],
        ['빗물 정원 · Rain garden', 27_000_000],
        ['음수대 · Fountains', 18_000_000],
        ['나무 심기 · Trees', 12_000_000],
      ),
    },
    {
      ...{ ...usual, names: 'open' },
      title: '회비는 한 달에 얼마가 좋을까요? · What should a month cost?',
      method: { type: 'number', min: 0, max: 30, decimals: 0, unit: '천원' },
      options: [],
    },
    {
      ...{ ...usual, names: 'open' },
      title: '우리 마을 하면 떠오르는 낱말은? · Which words for this place?',
      method: { type: 'text', show: 'cloud', most: 3, letters: 20 },
      options: [],
    },
  ]
}

const idOf = (place: number) => `option-${place + 1}` as OptionId

const options = (...texts: readonly string[]) =>
  texts.map((text, place) => ({ id: idOf(place), text }))

const priced = (...projects: readonly (readonly [string, number])[]) =>
  projects.map(([text, cost], place) => ({ id: idOf(place), text, cost }))
