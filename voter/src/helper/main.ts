import { mount } from 'svelte'
import './helper.css'
import { claim } from '../../../shared/client/claim.ts'
import { afterWords, doorWords } from '../lib/screens.ts'
import { speech } from '../lib/speech.ts'
import Helper from './Helper.svelte'

const helperWords = {
  ko: () => import('../../../shared/words/voter/helper-ko.ts'),
  en: () => import('../../../shared/words/voter/helper-en.ts'),
}

/** Throws where something could not be fetched: then it is started again. */
export async function start(): Promise<void> {
  const words = [doorWords, afterWords, helperWords].map((each) => speech.also(each))
  await Promise.all([speech.start(), ...words])
  // Any other refusal is said by the server to whoever comes without a cookie that holds.
  const { refusal } = await claim()
  if (refusal?.code === 'server/busy') throw new Error('the link is not traded yet')
  document.documentElement.classList.add('helper')
  mount(Helper, { target: document.body })
}
