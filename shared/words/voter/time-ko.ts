import type { Sentence } from '../index.ts'

/** Said to a voter whose question has a deadline. */
export const time = {
  askTime: '시간 더 요청',
  askTimeHow: '이름 없이 진행자에게 전달됩니다.',
  askedTime: '요청을 전했습니다',
} satisfies Record<string, Sentence>
