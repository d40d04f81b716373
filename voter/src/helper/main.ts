import { mount } from 'svelte'
import '../../../shared/ui/base.css'
import '../voter.css'
import './helper.css'
import { claim } from '../../../shared/client/claim.ts'
import { afterWords, doorWords } from '../lib/screens.ts'
import { speech } from '../lib/speech.ts'
import Helper from './Helper.svelte'

const helperWords = {
  ko: () => import('../../../shared/words/voter/helper-ko.ts'),
  en: () => import('../../../shared/words/voter/helper-en.ts'),
}

/** Whatever cannot be fetched now is fetched a moment later: nobody stands there to reload. */
const AGAIN_AFTER = 1500

async function start(): Promise<void> {
  const words = [doorWords, afterWords, helperWords].map((each) => speech.also(each))
  await Promise.all([speech.start(), ...words])
  // Any other refusal is said by the server to whoever comes without a cookie that holds.
  const { refusal } = await claim()
  if (refusal?.code === 'server/busy') throw new Error('the link is not traded yet')
  mount(Helper, { target: document.body })
}

const tryToStart = (): Promise<void> =>
  start().catch(() => {
    setTimeout(() => void tryToStart(), AGAIN_AFTER)
  })

document.documentElement.classList.add('helper')
await tryToStart()
