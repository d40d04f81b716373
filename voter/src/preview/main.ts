import { mount } from 'svelte'
import '../../../shared/ui/base.css'
import '../voter.css'
import { afterWords } from '../lib/screens.ts'
import { speech } from '../lib/speech.ts'
import Preview from './Preview.svelte'

const previewWords = {
  ko: () => import('../../../shared/words/voter/preview-ko.ts'),
  en: () => import('../../../shared/words/voter/preview-en.ts'),
}

await Promise.all([speech.start(), speech.also(afterWords), speech.also(previewWords)])
mount(Preview, { target: document.body })
