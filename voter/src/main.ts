import { mount } from 'svelte'
import '../../shared/ui/base.css'
import './voter.css'
import App from './App.svelte'

mount(App, { target: document.body })
