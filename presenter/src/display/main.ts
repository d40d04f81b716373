import { mount } from 'svelte'
import '@fontsource-variable/noto-sans-kr'
import '../../../shared/ui/base.css'
import './screen.css'
import { asCode } from '../../../shared/ids.ts'
import { claim } from '../../../shared/client/claim.ts'
import { speech } from '../lib/speech.ts'
import App from './App.svelte'

const [{ refusal }] = await Promise.all([claim(), speech.start()])
const [, , , named, screen = 'main'] = location.pathname.split('/')
mount(App, {
  target: document.getElementById('app') as HTMLElement,
  props: { unclaimed: refusal, code: named ? asCode(named) : null, screen },
})
