import type { Sentence } from '../index.ts'

/** Said in the desk's preview of a phone. */
export const preview = {
  previewMark: '미리보기 · 여기서는 투표되지 않습니다',
  previewTried: '미리보기라서 투표되지 않았습니다',
} satisfies Record<string, Sentence>
