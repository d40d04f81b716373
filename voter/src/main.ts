import { mount } from 'svelte'
import '../../shared/ui/base.css'
import './voter.css'
import App from './App.svelte'
import { Later } from './lib/later.svelte.ts'
import { isHelper } from './lib/router.ts'

if (isHelper(location.pathname))
  new Later(() => import('./helper/main.ts').then(({ start }) => start())).want()
else mount(App, { target: document.body })
