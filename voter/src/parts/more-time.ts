export { default } from './MoreTime.svelte'

export const words = {
  ko: () => import('../../../shared/words/voter/time-ko.ts'),
  en: () => import('../../../shared/words/voter/time-en.ts'),
}
