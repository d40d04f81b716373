import { mount } from 'svelte'
import '../../../shared/ui/base.css'
import '../voter.css'
import Recount from './Recount.svelte'
import { speech } from './speech.ts'

await speech.start()
const [, , questionId = ''] = location.pathname.split('/')
mount(Recount, { target: document.body, props: { questionId } })
