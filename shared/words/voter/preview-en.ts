import type { Sentence } from '../index.ts'
import type { preview as koPreview } from './preview-ko.ts'

export const preview = {
  previewMark: 'Preview · nothing is cast here',
  previewTried: 'A preview: nothing was cast',
} satisfies Record<keyof typeof koPreview, Sentence>
