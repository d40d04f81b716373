import { mount } from 'svelte'
import './console.css'
import { claim } from '../../../shared/client/claim.ts'
import { speech } from '../lib/speech.ts'
import App from './App.svelte'

const [{ refusal }] = await Promise.all([claim(), speech.start()])
mount(App, { target: document.getElementById('app') as HTMLElement, props: { unclaimed: refusal } })
