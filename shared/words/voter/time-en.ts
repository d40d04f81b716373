import type { Sentence } from '../index.ts'
import type { time as koTime } from './time-ko.ts'

/** Said to a voter whose question has a deadline. */
export const time = {
  askTime: 'Need more time',
  askTimeHow: 'The host hears it without a name.',
  askedTime: 'The host was asked',
} satisfies Record<keyof typeof koTime, Sentence>
