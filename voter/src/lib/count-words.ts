export const words = {
  ko: () => import('../../../shared/words/counts/ko.ts'),
  en: () => import('../../../shared/words/counts/en.ts'),
}
