import { mount } from 'svelte'
import '@fontsource-variable/noto-sans-kr'
import '../../../shared/ui/base.css'
import '../display/screen.css'
import { speech } from '../lib/speech.ts'
import Preview from './Preview.svelte'

await speech.start()
mount(Preview, { target: document.getElementById('app') as HTMLElement })
