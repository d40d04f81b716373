export { default } from './Floor.svelte'

export const words = {
  ko: () => import('../../../shared/words/voter/floor-ko.ts'),
  en: () => import('../../../shared/words/voter/floor-en.ts'),
}
